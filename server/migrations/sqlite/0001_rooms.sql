-- What outlives imports. Instants are milliseconds since 1970 (UTC), dates are YYYYMMDD, persons are blind indexes
-- (16 bytes, see server/src/seal/index.rs).

CREATE TABLE credential (
    person        BLOB    NOT NULL PRIMARY KEY CHECK (length(person) = 16),
    password_hash TEXT    NOT NULL,
    changed_at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
    token_hash BLOB    NOT NULL PRIMARY KEY CHECK (length(token_hash) = 32),
    person     BLOB    NOT NULL CHECK (length(person) = 16),
    opened_at  INTEGER NOT NULL,
    seen_at    INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    device     TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_person ON session (person);

CREATE TABLE slot (
    id        TEXT    NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    branch    TEXT    NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_at   INTEGER NOT NULL CHECK (ends_at > starts_at),
    capacity  INTEGER NOT NULL,
    booked    INTEGER NOT NULL,
    -- The second wall against overselling; the first is the WHERE of the update.
    CHECK (booked BETWEEN 0 AND capacity)
) STRICT, WITHOUT ROWID;
CREATE INDEX slot_branch ON slot (branch, starts_at);

CREATE TABLE appointment (
    code            TEXT    NOT NULL PRIMARY KEY CHECK (length(code) = 8),
    person          BLOB    NOT NULL CHECK (length(person) = 16),
    last_four       BLOB    NOT NULL CHECK (length(last_four) = 16),
    slot            TEXT    NOT NULL REFERENCES slot (id),
    branch          TEXT    NOT NULL,
    service         TEXT    NOT NULL,
    starts_at       INTEGER NOT NULL,
    ends_at         INTEGER NOT NULL,
    units           INTEGER NOT NULL CHECK (units > 0),
    state           TEXT    NOT NULL CHECK (state IN ('booked', 'cancelled', 'lapsed')),
    idempotency_key TEXT    NOT NULL CHECK (length(idempotency_key) BETWEEN 1 AND 64),
    slip            TEXT,
    booked_at       INTEGER NOT NULL,
    cancelled_at    INTEGER,
    CHECK ((state = 'cancelled') = (cancelled_at IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX appointment_attempt ON appointment (person, idempotency_key);
CREATE UNIQUE INDEX appointment_active ON appointment (person, service) WHERE state = 'booked';
CREATE INDEX appointment_slot ON appointment (slot);

CREATE TABLE slip (
    number     TEXT    NOT NULL PRIMARY KEY,
    service    TEXT    NOT NULL,
    answers    TEXT    NOT NULL,
    content    TEXT    NOT NULL,
    issued_on  INTEGER NOT NULL,
    expires_on INTEGER NOT NULL,
    person     BLOB    CHECK (length(person) = 16)
) STRICT, WITHOUT ROWID;
CREATE INDEX slip_person ON slip (person) WHERE person IS NOT NULL;

CREATE TABLE slip_counter (
    centre TEXT    NOT NULL,
    year   INTEGER NOT NULL,
    last   INTEGER NOT NULL CHECK (last > 0),
    PRIMARY KEY (centre, year)
) STRICT, WITHOUT ROWID;

-- One row for each import begun. The one in use is 'current'; its tables are in the file named after its generation.
CREATE TABLE import (
    generation   INTEGER PRIMARY KEY AUTOINCREMENT,
    state        TEXT    NOT NULL CHECK (state IN ('staging', 'current', 'past', 'abandoned')),
    format       INTEGER NOT NULL,
    as_of        INTEGER NOT NULL,
    issuer       TEXT    NOT NULL,
    finished_at  INTEGER,
    row_counts   TEXT    NOT NULL,
    balance      INTEGER NOT NULL,
    loan_balance INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX import_current ON import (state) WHERE state = 'current';

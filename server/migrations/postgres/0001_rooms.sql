-- What outlives imports. Persons are blind indexes (16 bytes, see server/src/seal/index.rs).

CREATE TABLE credential (
    person        BYTEA       NOT NULL PRIMARY KEY CHECK (length(person) = 16),
    password_hash TEXT        NOT NULL,
    changed_at    TIMESTAMPTZ NOT NULL
);

CREATE TABLE session (
    token_hash BYTEA       NOT NULL PRIMARY KEY CHECK (length(token_hash) = 32),
    person     BYTEA       NOT NULL CHECK (length(person) = 16),
    opened_at  TIMESTAMPTZ NOT NULL,
    seen_at    TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    device     TEXT        NOT NULL
);
CREATE INDEX session_person ON session (person);

CREATE TABLE slot (
    id        TEXT        NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    branch    TEXT        NOT NULL,
    starts_at TIMESTAMPTZ NOT NULL,
    ends_at   TIMESTAMPTZ NOT NULL CHECK (ends_at > starts_at),
    capacity  INTEGER     NOT NULL,
    booked    INTEGER     NOT NULL,
    -- The second wall against overselling; the first is the WHERE of the update.
    CONSTRAINT slot_booked CHECK (booked BETWEEN 0 AND capacity)
);
CREATE INDEX slot_branch ON slot (branch, starts_at);

CREATE TABLE appointment (
    code            TEXT        NOT NULL PRIMARY KEY CHECK (length(code) = 8),
    person          BYTEA       NOT NULL CHECK (length(person) = 16),
    last_four       BYTEA       NOT NULL CHECK (length(last_four) = 16),
    slot            TEXT        NOT NULL REFERENCES slot (id),
    branch          TEXT        NOT NULL,
    service         TEXT        NOT NULL,
    starts_at       TIMESTAMPTZ NOT NULL,
    ends_at         TIMESTAMPTZ NOT NULL,
    units           INTEGER     NOT NULL CHECK (units > 0),
    state           TEXT        NOT NULL CHECK (state IN ('booked', 'cancelled', 'lapsed')),
    idempotency_key TEXT        NOT NULL CHECK (length(idempotency_key) BETWEEN 1 AND 64),
    slip            TEXT,
    booked_at       TIMESTAMPTZ NOT NULL,
    cancelled_at    TIMESTAMPTZ,
    CHECK ((state = 'cancelled') = (cancelled_at IS NOT NULL))
);
CREATE UNIQUE INDEX appointment_attempt ON appointment (person, idempotency_key);
CREATE UNIQUE INDEX appointment_active ON appointment (person, service) WHERE state = 'booked';
CREATE INDEX appointment_slot ON appointment (slot);

CREATE TABLE slip (
    number     TEXT NOT NULL PRIMARY KEY,
    service    TEXT NOT NULL,
    answers    TEXT NOT NULL,
    content    TEXT NOT NULL,
    issued_on  DATE NOT NULL,
    expires_on DATE NOT NULL,
    person     BYTEA CHECK (length(person) = 16)
);
CREATE INDEX slip_person ON slip (person) WHERE person IS NOT NULL;

CREATE TABLE slip_counter (
    centre TEXT    NOT NULL,
    year   INTEGER NOT NULL,
    last   BIGINT  NOT NULL CHECK (last > 0),
    PRIMARY KEY (centre, year)
);

-- One row for each import begun. The tables of the one that is 'current' are in the schema `imported`, those of one
-- that is 'staging' in `imported_<generation>`.
CREATE TABLE import (
    generation   BIGINT  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    state        TEXT    NOT NULL CHECK (state IN ('staging', 'current', 'past', 'abandoned')),
    format       INTEGER NOT NULL,
    as_of        DATE    NOT NULL,
    issuer       TEXT    NOT NULL,
    finished_at  TIMESTAMPTZ,
    row_counts   TEXT    NOT NULL,
    balance      BIGINT  NOT NULL,
    loan_balance BIGINT  NOT NULL
);
CREATE UNIQUE INDEX import_current ON import (state) WHERE state = 'current';

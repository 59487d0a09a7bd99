-- Work that is to be done after something was acknowledged, written in the same transaction. A job that is being done is due
-- again when its lease ends. The payload is sealed: it may hold a phone number.
CREATE TABLE job (
    id         BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    kind       TEXT    NOT NULL,
    payload    BLOB    NOT NULL,
    written_at INTEGER NOT NULL,
    due_at     INTEGER NOT NULL,
    ends_at    INTEGER NOT NULL,
    tries      INTEGER NOT NULL CHECK (tries >= 0),
    state      TEXT    NOT NULL CHECK (state IN ('waiting', 'dead')),
    failure    TEXT,
    CHECK ((state = 'dead') = (failure IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX job_due ON job (kind, due_at) WHERE state = 'waiting';

-- One-time codes, also those asked for with the number of nobody: who asks cannot tell them apart.
CREATE TABLE one_time_code (
    id           BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    person       BLOB    NOT NULL CHECK (length(person) = 16),
    browser      BLOB    NOT NULL CHECK (length(browser) = 32),
    proof        BLOB    NOT NULL CHECK (length(proof) = 16),
    known_device INTEGER NOT NULL CHECK (known_device IN (0, 1)),
    deliverable  INTEGER NOT NULL CHECK (deliverable IN (0, 1)),
    phone_end    TEXT    NOT NULL,
    sent_at      INTEGER NOT NULL,
    expires_at   INTEGER NOT NULL,
    tries_left   INTEGER NOT NULL CHECK (tries_left >= 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX one_time_code_person ON one_time_code (person, sent_at);
CREATE INDEX one_time_code_sent ON one_time_code (sent_at);

-- When the person last proved to hold the phone on file in this session.
ALTER TABLE session ADD COLUMN confirmed_at INTEGER;

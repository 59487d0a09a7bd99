-- Work that is to be done after something was acknowledged, written in the same transaction. A job that is being done is due
-- again when its lease ends. The payload is sealed: it may hold a phone number.
CREATE TABLE job (
    id         BYTEA       NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    kind       TEXT        NOT NULL,
    payload    BYTEA       NOT NULL,
    written_at TIMESTAMPTZ NOT NULL,
    due_at     TIMESTAMPTZ NOT NULL,
    ends_at    TIMESTAMPTZ NOT NULL,
    tries      INTEGER     NOT NULL CHECK (tries >= 0),
    state      TEXT        NOT NULL CHECK (state IN ('waiting', 'dead')),
    failure    TEXT,
    CHECK ((state = 'dead') = (failure IS NOT NULL))
);
CREATE INDEX job_due ON job (kind, due_at) WHERE state = 'waiting';

-- One-time codes, also those asked for with the number of nobody: who asks cannot tell them apart.
CREATE TABLE one_time_code (
    id           BYTEA       NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    person       BYTEA       NOT NULL CHECK (length(person) = 16),
    browser      BYTEA       NOT NULL CHECK (length(browser) = 32),
    proof        BYTEA       NOT NULL CHECK (length(proof) = 16),
    known_device BOOLEAN     NOT NULL,
    deliverable  BOOLEAN     NOT NULL,
    phone_end    TEXT        NOT NULL,
    sent_at      TIMESTAMPTZ NOT NULL,
    expires_at   TIMESTAMPTZ NOT NULL,
    tries_left   INTEGER     NOT NULL CHECK (tries_left >= 0)
);
CREATE INDEX one_time_code_person ON one_time_code (person, sent_at);
CREATE INDEX one_time_code_sent ON one_time_code (sent_at);

-- When the person last proved to hold the phone on file in this session.
ALTER TABLE session ADD COLUMN confirmed_at TIMESTAMPTZ;

-- The read copy of the core system: one schema per import, filled once, then only read. No constraint and no index slows
-- the filling; indexes.sql makes the indexes and the check that goes with them. Keys are numbers made of the core system's
-- account numbers (see server/src/store/imported.rs). Months are YYYYMM, amounts fen, codes those of JGJ/T 320. Name,
-- paper and phone are sealed with the account's key as the row.

CREATE TABLE employer (
    key              BIGINT   NOT NULL,
    employer_no      TEXT     NOT NULL,
    name             TEXT     NOT NULL,
    address          TEXT     NOT NULL,
    credit_code      TEXT     NOT NULL,
    branch           TEXT,
    opened_on        DATE     NOT NULL,
    closed_on        DATE,
    status           TEXT     NOT NULL,
    member_ratio     TEXT     NOT NULL,
    employer_ratio   TEXT     NOT NULL,
    paying_members   INTEGER  NOT NULL,
    sealed_members   INTEGER  NOT NULL,
    paid_until       INTEGER,
    payday           INTEGER
);

CREATE TABLE member (
    account    BIGINT   NOT NULL,
    account_no TEXT     NOT NULL,
    employer   BIGINT   NOT NULL,
    person     BYTEA    NOT NULL,
    name       BYTEA    NOT NULL,
    paper_kind TEXT     NOT NULL,
    paper      BYTEA    NOT NULL,
    phone      BYTEA
);

CREATE TABLE account (
    key              BIGINT   NOT NULL,
    account_no       TEXT     NOT NULL,
    status           TEXT     NOT NULL,
    base             BIGINT   NOT NULL,
    member_monthly   BIGINT   NOT NULL,
    employer_monthly BIGINT   NOT NULL,
    balance          BIGINT   NOT NULL,
    carried_over     BIGINT   NOT NULL,
    this_year        BIGINT   NOT NULL,
    opened_on        DATE     NOT NULL,
    closed_on        DATE,
    paid_until       INTEGER
);

CREATE TABLE entry (
    account   BIGINT   NOT NULL,
    line      INTEGER  NOT NULL,
    serial    TEXT     NOT NULL,
    booked_on DATE     NOT NULL,
    kind      TEXT     NOT NULL,
    amount    BIGINT   NOT NULL,
    interest  BIGINT   NOT NULL,
    balance   BIGINT   NOT NULL,
    reason    TEXT,
    way       TEXT,
    reversal  BOOLEAN  NOT NULL
);

CREATE TABLE loan (
    key               BIGINT   NOT NULL,
    loan_no           TEXT     NOT NULL,
    contract_no       TEXT     NOT NULL,
    account           BIGINT   NOT NULL,
    kind              TEXT     NOT NULL,
    product           TEXT     NOT NULL,
    principal         BIGINT   NOT NULL,
    granted_on        DATE     NOT NULL,
    matures_on        DATE     NOT NULL,
    months            INTEGER  NOT NULL,
    method            TEXT     NOT NULL,
    rate              TEXT     NOT NULL,
    rate_multiple     TEXT     NOT NULL,
    guarantee         TEXT     NOT NULL,
    due_day           INTEGER  NOT NULL,
    balance           BIGINT   NOT NULL,
    next_number       INTEGER,
    next_payment      BIGINT   NOT NULL,
    next_principal    BIGINT   NOT NULL,
    next_interest     BIGINT   NOT NULL,
    next_due_on       DATE,
    principal_repaid  BIGINT   NOT NULL,
    interest_repaid   BIGINT   NOT NULL,
    penalty_repaid    BIGINT   NOT NULL,
    prepaid           BIGINT   NOT NULL,
    overdue_principal BIGINT   NOT NULL,
    overdue_interest  BIGINT   NOT NULL,
    overdue_periods   INTEGER  NOT NULL,
    risk              TEXT     NOT NULL,
    settled_on        DATE
);

CREATE TABLE loan_entry (
    loan        BIGINT   NOT NULL,
    line        INTEGER  NOT NULL,
    serial      TEXT     NOT NULL,
    kind        TEXT     NOT NULL,
    occurred_on DATE     NOT NULL,
    booked_on   DATE     NOT NULL,
    amount      BIGINT   NOT NULL,
    principal   BIGINT   NOT NULL,
    interest    BIGINT   NOT NULL,
    penalty     BIGINT   NOT NULL,
    balance     BIGINT   NOT NULL,
    period      INTEGER
);

-- The read copy of the core system: one file per import, filled once, then only read. No constraint and no index slows
-- the filling; indexes.sql makes the indexes and the check that goes with them. Keys are numbers made of the core system's
-- account numbers (see server/src/store/imported.rs). Dates are YYYYMMDD, months YYYYMM, amounts fen, codes those of
-- JGJ/T 320. Name, paper and phone are sealed with the account's key as the row.

CREATE TABLE employer (
    key              INTEGER NOT NULL,
    employer_no      TEXT    NOT NULL,
    name             TEXT    NOT NULL,
    address          TEXT    NOT NULL,
    credit_code      TEXT    NOT NULL,
    branch           TEXT,
    opened_on        INTEGER NOT NULL,
    closed_on        INTEGER,
    status           TEXT    NOT NULL,
    member_ratio     TEXT    NOT NULL,
    employer_ratio   TEXT    NOT NULL,
    paying_members   INTEGER NOT NULL,
    sealed_members   INTEGER NOT NULL,
    paid_until       INTEGER,
    payday           INTEGER
) STRICT;

CREATE TABLE member (
    account    INTEGER NOT NULL,
    account_no TEXT    NOT NULL,
    employer   INTEGER NOT NULL,
    person     BLOB    NOT NULL,
    name       BLOB    NOT NULL,
    paper_kind TEXT    NOT NULL,
    paper      BLOB    NOT NULL,
    phone      BLOB
) STRICT;

CREATE TABLE account (
    key              INTEGER NOT NULL,
    account_no       TEXT    NOT NULL,
    status           TEXT    NOT NULL,
    base             INTEGER NOT NULL,
    member_monthly   INTEGER NOT NULL,
    employer_monthly INTEGER NOT NULL,
    balance          INTEGER NOT NULL,
    carried_over     INTEGER NOT NULL,
    this_year        INTEGER NOT NULL,
    opened_on        INTEGER NOT NULL,
    closed_on        INTEGER,
    paid_until       INTEGER
) STRICT;

CREATE TABLE entry (
    account   INTEGER NOT NULL,
    line      INTEGER NOT NULL,
    serial    TEXT    NOT NULL,
    booked_on INTEGER NOT NULL,
    kind      TEXT    NOT NULL,
    amount    INTEGER NOT NULL,
    interest  INTEGER NOT NULL,
    balance   INTEGER NOT NULL,
    reason    TEXT,
    way       TEXT,
    reversal  INTEGER NOT NULL
) STRICT;

CREATE TABLE loan (
    key               INTEGER NOT NULL,
    loan_no           TEXT    NOT NULL,
    contract_no       TEXT    NOT NULL,
    account           INTEGER NOT NULL,
    kind              TEXT    NOT NULL,
    product           TEXT    NOT NULL,
    principal         INTEGER NOT NULL,
    granted_on        INTEGER NOT NULL,
    matures_on        INTEGER NOT NULL,
    months            INTEGER NOT NULL,
    method            TEXT    NOT NULL,
    rate              TEXT    NOT NULL,
    rate_multiple     TEXT    NOT NULL,
    guarantee         TEXT    NOT NULL,
    due_day           INTEGER NOT NULL,
    balance           INTEGER NOT NULL,
    next_number       INTEGER,
    next_payment      INTEGER NOT NULL,
    next_principal    INTEGER NOT NULL,
    next_interest     INTEGER NOT NULL,
    next_due_on       INTEGER,
    principal_repaid  INTEGER NOT NULL,
    interest_repaid   INTEGER NOT NULL,
    penalty_repaid    INTEGER NOT NULL,
    prepaid           INTEGER NOT NULL,
    overdue_principal INTEGER NOT NULL,
    overdue_interest  INTEGER NOT NULL,
    overdue_periods   INTEGER NOT NULL,
    risk              TEXT    NOT NULL,
    settled_on        INTEGER
) STRICT;

CREATE TABLE loan_entry (
    loan        INTEGER NOT NULL,
    line        INTEGER NOT NULL,
    serial      TEXT    NOT NULL,
    kind        TEXT    NOT NULL,
    occurred_on INTEGER NOT NULL,
    booked_on   INTEGER NOT NULL,
    amount      INTEGER NOT NULL,
    principal   INTEGER NOT NULL,
    interest    INTEGER NOT NULL,
    penalty     INTEGER NOT NULL,
    balance     INTEGER NOT NULL,
    period      INTEGER
) STRICT;

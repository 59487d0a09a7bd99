-- Made after the filling, when sorting once is cheaper than keeping sorted. Each unique one is also a check: a repeated
-- key, or an account whose ledger lines stand apart, fails it.

CREATE UNIQUE INDEX employer_key ON employer (key);
CREATE UNIQUE INDEX member_account ON member (account);
CREATE INDEX member_person ON member (person);
CREATE UNIQUE INDEX account_key ON account (key);
CREATE UNIQUE INDEX entry_line ON entry (account, line);
CREATE UNIQUE INDEX loan_key ON loan (key);
CREATE INDEX loan_account ON loan (account);
CREATE UNIQUE INDEX loan_entry_line ON loan_entry (loan, line);

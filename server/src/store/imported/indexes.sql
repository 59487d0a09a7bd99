CREATE UNIQUE INDEX IF NOT EXISTS employer_key ON employer (key);
CREATE UNIQUE INDEX IF NOT EXISTS member_account ON member (account);
CREATE INDEX IF NOT EXISTS member_person ON member (person);
CREATE UNIQUE INDEX IF NOT EXISTS account_key ON account (key);
CREATE UNIQUE INDEX IF NOT EXISTS entry_line ON entry (account, line);
CREATE UNIQUE INDEX IF NOT EXISTS loan_key ON loan (key);
CREATE INDEX IF NOT EXISTS loan_account ON loan (account);
CREATE UNIQUE INDEX IF NOT EXISTS loan_entry_line ON loan_entry (loan, line);

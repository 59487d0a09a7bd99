-- Slips that say the same to the same person on the same day share one row. Older rows have no fingerprint.
ALTER TABLE slip ADD COLUMN fingerprint BYTEA CHECK (length(fingerprint) = 16);
CREATE UNIQUE INDEX slip_fingerprint ON slip (fingerprint) WHERE fingerprint IS NOT NULL;
-- What is too old to be kept is found by these.
CREATE INDEX slip_expiry ON slip (expires_on);
CREATE INDEX slot_end ON slot (ends_at);

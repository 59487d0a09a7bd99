-- With how many keys the blind index is made (server/src/seal.rs): one more after each rotation.
ALTER TABLE mark ADD COLUMN index_version INTEGER NOT NULL DEFAULT 1 CHECK (index_version > 0);

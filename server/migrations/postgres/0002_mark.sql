-- What this database is for and which keys it belongs to: one row, written by the first migration, looked at whenever the
-- database is opened. index_check is a keyed hash made with the blind index's key, seal_check a value sealed with the key
-- that was current then.
CREATE TABLE mark (
    id          INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    purpose     TEXT    NOT NULL CHECK (purpose IN ('demonstration', 'centre')),
    index_check BYTEA NOT NULL CHECK (length(index_check) = 16),
    seal_check  BYTEA NOT NULL
);

-- Seals: `entente seal` writes down what the history is, so that `entente verify` can say what was altered since, and
-- where. What is hashed, and how: docs/sealing.md. Logs as `change` is: rows are added, never changed, so they have no
-- history of their own.

-- One sealing of the history: every change up to `change`, with every version that they made of any row.
CREATE TABLE seal (
  id       INTEGER PRIMARY KEY,
  entries  INTEGER NOT NULL CHECK (entries > 0),           -- how many rows of seal_entry it seals, the first ones
  root     TEXT NOT NULL CHECK (length(root) = 64),        -- Merkle tree hash over them (RFC 6962), hexadecimal
  change   INTEGER NOT NULL UNIQUE REFERENCES change (id)  -- by which it was sealed: the last that it covers
) STRICT;

-- What was sealed, in order: an entry of the log, or one version of one row of truth.
CREATE TABLE seal_entry (
  position      INTEGER PRIMARY KEY,      -- from 1
  change        INTEGER NOT NULL,         -- that wrote it
  record_table  TEXT NOT NULL,            -- table of the row
  record        INTEGER NOT NULL,         -- its id
  hash          BLOB NOT NULL CHECK (length(hash) = 32)  -- SHA-256 of a zero byte and the entry's bytes
) STRICT;

CREATE TRIGGER seal_update BEFORE UPDATE ON seal BEGIN SELECT RAISE(ABORT, 'seal: the log is append-only'); END;
CREATE TRIGGER seal_delete BEFORE DELETE ON seal BEGIN SELECT RAISE(ABORT, 'seal: the log is append-only'); END;
CREATE TRIGGER seal_again BEFORE INSERT ON seal
WHEN EXISTS (SELECT 1 FROM seal WHERE id = NEW.id OR change = NEW.change)
BEGIN SELECT RAISE(ABORT, 'seal: the log is append-only'); END;
CREATE TRIGGER seal_forged BEFORE INSERT ON seal WHEN NEW.change IS NOT (SELECT change FROM current_change)
BEGIN SELECT RAISE(ABORT, 'seal: only the current change can seal'); END;
CREATE TRIGGER seal_entry_update BEFORE UPDATE ON seal_entry
BEGIN SELECT RAISE(ABORT, 'seal_entry: the log is append-only'); END;
CREATE TRIGGER seal_entry_delete BEFORE DELETE ON seal_entry
BEGIN SELECT RAISE(ABORT, 'seal_entry: the log is append-only'); END;
CREATE TRIGGER seal_entry_again BEFORE INSERT ON seal_entry
WHEN EXISTS (SELECT 1 FROM seal_entry WHERE position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'seal_entry: the log is append-only'); END;

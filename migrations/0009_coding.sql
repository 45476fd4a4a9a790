-- What may repeat an act is looked for by both its days.
DROP INDEX observation_earliest;
CREATE INDEX observation_earliest ON observation (earliest, latest);

-- The second coder: samples of observations that another analyst codes again from the same texts, without seeing the
-- first coding. How history works stands in 0003_history.sql.

-- A sample that was drawn: the same seed draws the same rows of the same file.
CREATE TABLE coding_sample (
  id         INTEGER PRIMARY KEY,
  uid        TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
  seed       INTEGER NOT NULL,
  stratum    TEXT,                        -- the dimension it was drawn from in shares: mechanism, year; empty: none
  frame      INTEGER NOT NULL,            -- how many observations it was drawn from
  withdrawn  INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change     INTEGER REFERENCES change (id)
) STRICT;

-- One person's coding of one observation of a sample. The first is a copy of what stood in the file when it was drawn, so
-- that what is mended afterwards does not count as agreement.
CREATE TABLE coding (
  id           INTEGER PRIMARY KEY,
  sample       INTEGER NOT NULL REFERENCES coding_sample (id),
  observation  INTEGER NOT NULL REFERENCES observation (id),
  position     INTEGER NOT NULL,          -- place in the sample
  turn         TEXT NOT NULL CHECK (turn IN ('first', 'second')),
  coder        TEXT NOT NULL CHECK (coder <> ''),
  withdrawn    INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change       INTEGER REFERENCES change (id),
  UNIQUE (sample, observation, turn, coder)
) STRICT;
CREATE INDEX coding_observation ON coding (observation);

-- The fields of a coding that say something; one that is missing was left empty.
CREATE TABLE coding_field (
  id         INTEGER PRIMARY KEY,
  coding     INTEGER NOT NULL REFERENCES coding (id),
  field      TEXT NOT NULL CHECK (field <> ''),  -- a column of the table of observations
  value      TEXT NOT NULL,               -- its code, date or number; codes of a list in alphabetical order, joined by ;
  withdrawn  INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change     INTEGER REFERENCES change (id),
  UNIQUE (coding, field)
) STRICT;

CREATE TABLE coding_sample_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, uid TEXT, seed INTEGER, stratum TEXT, frame INTEGER, withdrawn INTEGER, change INTEGER
) STRICT;
CREATE INDEX coding_sample_history_row ON coding_sample_history (id, until);
CREATE INDEX coding_sample_history_until ON coding_sample_history (until);
CREATE TRIGGER coding_sample_history_update BEFORE UPDATE ON coding_sample_history BEGIN SELECT RAISE(ABORT, 'coding_sample_history: past versions stay as they were'); END;
CREATE TRIGGER coding_sample_history_delete BEFORE DELETE ON coding_sample_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'coding_sample' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'coding_sample_history: past versions stay as they were'); END;
CREATE TRIGGER coding_sample_history_again BEFORE INSERT ON coding_sample_history WHEN EXISTS (SELECT 1 FROM coding_sample_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'coding_sample_history: past versions stay as they were'); END;

CREATE TRIGGER coding_sample_insert BEFORE INSERT ON coding_sample BEGIN
  SELECT RAISE(ABORT, 'coding_sample: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'coding_sample: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM coding_sample WHERE id = NEW.id OR uid = NEW.uid);
END;
CREATE TRIGGER coding_sample_outside AFTER INSERT ON coding_sample WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE coding_sample SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER coding_sample_update BEFORE UPDATE ON coding_sample WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'coding_sample: id, uid, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.change IS NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO coding_sample_history SELECT NULL, (SELECT id FROM change_now), * FROM coding_sample WHERE id = OLD.id;
END;
CREATE TRIGGER coding_sample_delete BEFORE DELETE ON coding_sample
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'coding_sample' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'coding_sample: nothing is deleted; take it back with UPDATE coding_sample SET withdrawn = 1');
END;

CREATE TABLE coding_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, sample INTEGER, observation INTEGER, position INTEGER, turn TEXT, coder TEXT, withdrawn INTEGER, change INTEGER
) STRICT;
CREATE INDEX coding_history_row ON coding_history (id, until);
CREATE INDEX coding_history_until ON coding_history (until);
CREATE TRIGGER coding_history_update BEFORE UPDATE ON coding_history BEGIN SELECT RAISE(ABORT, 'coding_history: past versions stay as they were'); END;
CREATE TRIGGER coding_history_delete BEFORE DELETE ON coding_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'coding' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'coding_history: past versions stay as they were'); END;
CREATE TRIGGER coding_history_again BEFORE INSERT ON coding_history WHEN EXISTS (SELECT 1 FROM coding_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'coding_history: past versions stay as they were'); END;

CREATE TRIGGER coding_insert BEFORE INSERT ON coding BEGIN
  SELECT RAISE(ABORT, 'coding: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'coding: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM coding WHERE id = NEW.id OR (sample = NEW.sample AND observation = NEW.observation AND turn = NEW.turn AND coder = NEW.coder));
END;
CREATE TRIGGER coding_outside AFTER INSERT ON coding WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE coding SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER coding_update BEFORE UPDATE ON coding WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'coding: id, sample, observation, turn, coder, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.sample IS NOT OLD.sample OR NEW.observation IS NOT OLD.observation OR NEW.turn IS NOT OLD.turn OR NEW.coder IS NOT OLD.coder OR NEW.change IS NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO coding_history SELECT NULL, (SELECT id FROM change_now), * FROM coding WHERE id = OLD.id;
END;
CREATE TRIGGER coding_delete BEFORE DELETE ON coding
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'coding' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'coding: nothing is deleted; take it back with UPDATE coding SET withdrawn = 1');
END;

CREATE TABLE coding_field_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, coding INTEGER, field TEXT, value TEXT, withdrawn INTEGER, change INTEGER
) STRICT;
CREATE INDEX coding_field_history_row ON coding_field_history (id, until);
CREATE INDEX coding_field_history_until ON coding_field_history (until);
CREATE TRIGGER coding_field_history_update BEFORE UPDATE ON coding_field_history BEGIN SELECT RAISE(ABORT, 'coding_field_history: past versions stay as they were'); END;
CREATE TRIGGER coding_field_history_delete BEFORE DELETE ON coding_field_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'coding_field' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'coding_field_history: past versions stay as they were'); END;
CREATE TRIGGER coding_field_history_again BEFORE INSERT ON coding_field_history WHEN EXISTS (SELECT 1 FROM coding_field_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'coding_field_history: past versions stay as they were'); END;

CREATE TRIGGER coding_field_insert BEFORE INSERT ON coding_field BEGIN
  SELECT RAISE(ABORT, 'coding_field: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'coding_field: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM coding_field WHERE id = NEW.id OR (coding = NEW.coding AND field = NEW.field));
END;
CREATE TRIGGER coding_field_outside AFTER INSERT ON coding_field WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE coding_field SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER coding_field_update BEFORE UPDATE ON coding_field WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'coding_field: id, coding, field, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.coding IS NOT OLD.coding OR NEW.field IS NOT OLD.field OR NEW.change IS NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO coding_field_history SELECT NULL, (SELECT id FROM change_now), * FROM coding_field WHERE id = OLD.id;
END;
CREATE TRIGGER coding_field_delete BEFORE DELETE ON coding_field
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'coding_field' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'coding_field: nothing is deleted; take it back with UPDATE coding_field SET withdrawn = 1');
END;

-- Dates declared beforehand: what an analysis may ask about. Conventions: 0001_model.sql.

-- A dated event from outside that is expected to change counts, written down before its effect is looked for.
CREATE TABLE declared (
  id         INTEGER PRIMARY KEY,
  uid        TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
  day        TEXT NOT NULL CHECK (day <> ''),  -- EDTF
  earliest   INTEGER NOT NULL,            -- first possible day of day
  latest     INTEGER NOT NULL,            -- last possible day of day
  title      TEXT NOT NULL CHECK (title <> ''),
  note       TEXT,                        -- what is expected
  declared   TEXT NOT NULL CHECK (declared GLOB '????-??-??T??:??:??Z'),  -- instant it was declared; travels with the row
  why        TEXT,                        -- why it was withdrawn
  tlp        TEXT NOT NULL REFERENCES label (code),
  withdrawn  INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change     INTEGER REFERENCES change (id),
  CHECK (earliest <= latest)
) STRICT;

CREATE TABLE declared_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, uid TEXT, day TEXT, earliest INTEGER, latest INTEGER, title TEXT, note TEXT, declared TEXT, why TEXT,
  tlp TEXT, withdrawn INTEGER, change INTEGER
) STRICT;
CREATE INDEX declared_history_row ON declared_history (id, until);
CREATE INDEX declared_history_until ON declared_history (until);
CREATE TRIGGER declared_history_update BEFORE UPDATE ON declared_history BEGIN SELECT RAISE(ABORT, 'declared_history: past versions stay as they were'); END;
CREATE TRIGGER declared_history_delete BEFORE DELETE ON declared_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'declared' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'declared_history: past versions stay as they were'); END;
CREATE TRIGGER declared_history_again BEFORE INSERT ON declared_history WHEN EXISTS (SELECT 1 FROM declared_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'declared_history: past versions stay as they were'); END;

CREATE TRIGGER declared_insert BEFORE INSERT ON declared BEGIN
  SELECT RAISE(ABORT, 'declared: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'declared: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM declared WHERE id = NEW.id OR uid = NEW.uid);
END;
CREATE TRIGGER declared_outside AFTER INSERT ON declared WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE declared SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
-- The day and the instant of a declaration never change: a date moved afterwards is another date.
CREATE TRIGGER declared_update BEFORE UPDATE ON declared WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'declared: id, uid, day, declared, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.change IS NOT OLD.change OR NEW.day IS NOT OLD.day
    OR NEW.declared IS NOT OLD.declared OR NEW.earliest IS NOT OLD.earliest OR NEW.latest IS NOT OLD.latest;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO declared_history SELECT NULL, (SELECT id FROM change_now), * FROM declared WHERE id = OLD.id;
END;
CREATE TRIGGER declared_delete BEFORE DELETE ON declared
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'declared' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'declared: nothing is deleted; take it back with UPDATE declared SET withdrawn = 1');
END;

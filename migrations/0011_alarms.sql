-- Alarms that were raised and forecasts that were made, each kept as it was told. How history works stands in
-- 0003_history.sql; conventions: 0001_model.sql.

-- Something new that was told once: an unusual period, a first, a promise past its date, a silence.
CREATE TABLE alarm (
  id               INTEGER PRIMARY KEY,
  uid              TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
  key              TEXT NOT NULL UNIQUE CHECK (key <> ''),  -- what it is about: the same thing has the same key in this file
  kind             TEXT NOT NULL CHECK (kind IN ('unusual-period', 'first-pair', 'first-actor-in-sector',
                     'first-mechanism-in-sector', 'overdue-promise', 'silent-source', 'silent-category')),
  sentence         TEXT NOT NULL CHECK (sentence <> ''),
  since            TEXT NOT NULL,             -- EDTF: the act, the period, the date due, the last item
  observation      INTEGER REFERENCES observation (id),  -- the act it is about, if it is about one
  rate             REAL CHECK (rate > 0),     -- false alarms a year, over all that was looked at; statistical kinds only
  power            REAL CHECK (power BETWEEN 0 AND 1),  -- probability of an alarm had the rate doubled
  method           TEXT,                      -- of a statistical alarm: method and settings
  raised           TEXT NOT NULL CHECK (raised GLOB '????-??-??T??:??:??Z'),  -- instant
  raised_by        TEXT NOT NULL CHECK (raised_by <> ''),
  acknowledged     TEXT CHECK (acknowledged GLOB '????-??-??T??:??:??Z'),  -- instant
  acknowledged_by  TEXT,
  why              TEXT,                      -- what was made of it
  tlp              TEXT NOT NULL REFERENCES label (code),  -- the highest of all that went in
  withdrawn        INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change           INTEGER REFERENCES change (id),
  CHECK ((acknowledged IS NULL) = (why IS NULL))
) STRICT;

-- The observations an alarm rests on.
CREATE TABLE alarm_observation (
  id           INTEGER PRIMARY KEY,
  alarm        INTEGER NOT NULL REFERENCES alarm (id),
  observation  INTEGER NOT NULL REFERENCES observation (id),
  withdrawn    INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change       INTEGER REFERENCES change (id),
  UNIQUE (alarm, observation)
) STRICT;
CREATE INDEX alarm_observation_observation ON alarm_observation (observation);

-- What was said of a period before it came, by the method and by a naive one, to be scored when the period is mature.
CREATE TABLE forecast (
  id                INTEGER PRIMARY KEY,
  uid               TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
  dimension         TEXT NOT NULL,            -- mechanism, sector, flow; total for all acts that count
  code              TEXT NOT NULL,            -- empty for the total
  period            TEXT NOT NULL,            -- 2026-12, 2027-Q1, 2027
  ahead             INTEGER NOT NULL CHECK (ahead >= 1),  -- periods from the one of the day it was made in
  made              TEXT NOT NULL CHECK (made GLOB '????-??-??T??:??:??Z'),  -- instant
  made_by           TEXT NOT NULL CHECK (made_by <> ''),
  state             INTEGER NOT NULL CHECK (state >= 0),  -- number of the last change it could know of
  clock             TEXT NOT NULL,            -- occurred, published, recorded
  first             TEXT NOT NULL,            -- first period it was learned from
  last              TEXT NOT NULL,            -- last period it was learned from
  mean              REAL NOT NULL CHECK (mean >= 0),
  variance          REAL NOT NULL,            -- the law: negative binomial, Poisson where it is the mean
  median            INTEGER NOT NULL,
  low50             INTEGER NOT NULL,         -- shortest ranges that hold so many of 100
  high50            INTEGER NOT NULL,
  low80             INTEGER NOT NULL,
  high80            INTEGER NOT NULL,
  low95             INTEGER NOT NULL,
  high95            INTEGER NOT NULL,
  naive_mean        REAL NOT NULL CHECK (naive_mean >= 0),
  naive_variance    REAL NOT NULL,
  naive_median      INTEGER NOT NULL,
  naive_low50       INTEGER NOT NULL,
  naive_high50      INTEGER NOT NULL,
  naive_low80       INTEGER NOT NULL,
  naive_high80      INTEGER NOT NULL,
  naive_low95       INTEGER NOT NULL,
  naive_high95      INTEGER NOT NULL,
  method            TEXT NOT NULL,            -- the two methods and their settings, in words
  tlp               TEXT NOT NULL REFERENCES label (code),
  withdrawn         INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change            INTEGER REFERENCES change (id)
) STRICT;
CREATE INDEX forecast_series ON forecast (dimension, code, period);

CREATE TABLE alarm_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, uid TEXT, key TEXT, kind TEXT, sentence TEXT, since TEXT, observation INTEGER, rate REAL, power REAL,
  method TEXT, raised TEXT, raised_by TEXT, acknowledged TEXT, acknowledged_by TEXT, why TEXT, tlp TEXT,
  withdrawn INTEGER, change INTEGER
) STRICT;
CREATE INDEX alarm_history_row ON alarm_history (id, until);
CREATE INDEX alarm_history_until ON alarm_history (until);
CREATE TRIGGER alarm_history_update BEFORE UPDATE ON alarm_history BEGIN SELECT RAISE(ABORT, 'alarm_history: past versions stay as they were'); END;
CREATE TRIGGER alarm_history_delete BEFORE DELETE ON alarm_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'alarm' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'alarm_history: past versions stay as they were'); END;
CREATE TRIGGER alarm_history_again BEFORE INSERT ON alarm_history WHEN EXISTS (SELECT 1 FROM alarm_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'alarm_history: past versions stay as they were'); END;

CREATE TRIGGER alarm_insert BEFORE INSERT ON alarm BEGIN
  SELECT RAISE(ABORT, 'alarm: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'alarm: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM alarm WHERE id = NEW.id OR uid = NEW.uid OR key = NEW.key);
END;
CREATE TRIGGER alarm_outside AFTER INSERT ON alarm WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE alarm SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER alarm_update BEFORE UPDATE ON alarm WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'alarm: id, uid, key, kind, raised, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.key IS NOT OLD.key OR NEW.kind IS NOT OLD.kind
  OR NEW.raised IS NOT OLD.raised OR NEW.change IS NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO alarm_history SELECT NULL, (SELECT id FROM change_now), * FROM alarm WHERE id = OLD.id;
END;
CREATE TRIGGER alarm_delete BEFORE DELETE ON alarm
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'alarm' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'alarm: nothing is deleted; take it back with UPDATE alarm SET withdrawn = 1');
END;

CREATE TABLE alarm_observation_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, alarm INTEGER, observation INTEGER, withdrawn INTEGER, change INTEGER
) STRICT;
CREATE INDEX alarm_observation_history_row ON alarm_observation_history (id, until);
CREATE INDEX alarm_observation_history_until ON alarm_observation_history (until);
CREATE TRIGGER alarm_observation_history_update BEFORE UPDATE ON alarm_observation_history BEGIN SELECT RAISE(ABORT, 'alarm_observation_history: past versions stay as they were'); END;
CREATE TRIGGER alarm_observation_history_delete BEFORE DELETE ON alarm_observation_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'alarm_observation' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'alarm_observation_history: past versions stay as they were'); END;
CREATE TRIGGER alarm_observation_history_again BEFORE INSERT ON alarm_observation_history WHEN EXISTS (SELECT 1 FROM alarm_observation_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'alarm_observation_history: past versions stay as they were'); END;

CREATE TRIGGER alarm_observation_insert BEFORE INSERT ON alarm_observation BEGIN
  SELECT RAISE(ABORT, 'alarm_observation: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'alarm_observation: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM alarm_observation WHERE id = NEW.id OR (alarm = NEW.alarm AND observation = NEW.observation));
END;
CREATE TRIGGER alarm_observation_outside AFTER INSERT ON alarm_observation WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE alarm_observation SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER alarm_observation_update BEFORE UPDATE ON alarm_observation WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'alarm_observation: id, alarm, observation, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.alarm IS NOT OLD.alarm OR NEW.observation IS NOT OLD.observation
  OR NEW.change IS NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO alarm_observation_history SELECT NULL, (SELECT id FROM change_now), * FROM alarm_observation WHERE id = OLD.id;
END;
CREATE TRIGGER alarm_observation_delete BEFORE DELETE ON alarm_observation
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'alarm_observation' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'alarm_observation: nothing is deleted; take it back with UPDATE alarm_observation SET withdrawn = 1');
END;

CREATE TABLE forecast_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, uid TEXT, dimension TEXT, code TEXT, period TEXT, ahead INTEGER, made TEXT, made_by TEXT,
  state INTEGER, clock TEXT, first TEXT, last TEXT, mean REAL, variance REAL, median INTEGER, low50 INTEGER,
  high50 INTEGER, low80 INTEGER, high80 INTEGER, low95 INTEGER, high95 INTEGER, naive_mean REAL,
  naive_variance REAL, naive_median INTEGER, naive_low50 INTEGER, naive_high50 INTEGER, naive_low80 INTEGER,
  naive_high80 INTEGER, naive_low95 INTEGER, naive_high95 INTEGER, method TEXT, tlp TEXT, withdrawn INTEGER,
  change INTEGER
) STRICT;
CREATE INDEX forecast_history_row ON forecast_history (id, until);
CREATE INDEX forecast_history_until ON forecast_history (until);
CREATE TRIGGER forecast_history_update BEFORE UPDATE ON forecast_history BEGIN SELECT RAISE(ABORT, 'forecast_history: past versions stay as they were'); END;
CREATE TRIGGER forecast_history_delete BEFORE DELETE ON forecast_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'forecast' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'forecast_history: past versions stay as they were'); END;
CREATE TRIGGER forecast_history_again BEFORE INSERT ON forecast_history WHEN EXISTS (SELECT 1 FROM forecast_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'forecast_history: past versions stay as they were'); END;

CREATE TRIGGER forecast_insert BEFORE INSERT ON forecast BEGIN
  SELECT RAISE(ABORT, 'forecast: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'forecast: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM forecast WHERE id = NEW.id OR uid = NEW.uid);
END;
CREATE TRIGGER forecast_outside AFTER INSERT ON forecast WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE forecast SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER forecast_update BEFORE UPDATE ON forecast WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'forecast: a forecast is not changed afterwards')
  WHERE NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.dimension IS NOT OLD.dimension
  OR NEW.code IS NOT OLD.code OR NEW.period IS NOT OLD.period OR NEW.ahead IS NOT OLD.ahead
  OR NEW.made IS NOT OLD.made OR NEW.made_by IS NOT OLD.made_by OR NEW.state IS NOT OLD.state
  OR NEW.clock IS NOT OLD.clock OR NEW.first IS NOT OLD.first OR NEW.last IS NOT OLD.last
  OR NEW.mean IS NOT OLD.mean OR NEW.variance IS NOT OLD.variance OR NEW.median IS NOT OLD.median
  OR NEW.low50 IS NOT OLD.low50 OR NEW.high50 IS NOT OLD.high50 OR NEW.low80 IS NOT OLD.low80
  OR NEW.high80 IS NOT OLD.high80 OR NEW.low95 IS NOT OLD.low95 OR NEW.high95 IS NOT OLD.high95
  OR NEW.naive_mean IS NOT OLD.naive_mean OR NEW.naive_variance IS NOT OLD.naive_variance
  OR NEW.naive_median IS NOT OLD.naive_median OR NEW.naive_low50 IS NOT OLD.naive_low50
  OR NEW.naive_high50 IS NOT OLD.naive_high50 OR NEW.naive_low80 IS NOT OLD.naive_low80
  OR NEW.naive_high80 IS NOT OLD.naive_high80 OR NEW.naive_low95 IS NOT OLD.naive_low95
  OR NEW.naive_high95 IS NOT OLD.naive_high95 OR NEW.method IS NOT OLD.method OR NEW.change IS NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO forecast_history SELECT NULL, (SELECT id FROM change_now), * FROM forecast WHERE id = OLD.id;
END;
CREATE TRIGGER forecast_delete BEFORE DELETE ON forecast
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'forecast' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'forecast: nothing is deleted; take it back with UPDATE forecast SET withdrawn = 1');
END;

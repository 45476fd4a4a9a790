-- History. Every table of truth T has T_history: the superseded versions of its rows, each with the change that
-- superseded it (an insert is not doubled). The version of a row as of change C is the one with the smallest
-- `version` among those with `until` > C; if there is none, the row of T itself; and nothing if T.change > C.
-- "As of a day" means as of the last change whose `at` is not after the end of that day, UTC; changes are numbered in the
-- order they were made. An ALTER TABLE has to add its column to T and to T_history alike: versions are copied whole.
-- The triggers of 0005_history_triggers.sql fill it, in any program that opens the file.

-- The row to write into `change` when a statement comes with no change of its own.
CREATE VIEW outside AS
SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now') AS at, 'outside the program' AS analyst, 'outside the program' AS why
WHERE (SELECT change FROM current_change) IS NULL;

-- The change that a statement belongs to: the current one, else the one just written from `outside`.
CREATE VIEW change_now AS
SELECT coalesce((SELECT change FROM current_change), (SELECT max(id) FROM change)) AS id;

-- What every actor is counted under, step by step along the merges in force.
CREATE VIEW actor_merge_path AS
WITH RECURSIVE path (actor, above) AS (
  SELECT actor, into_actor FROM actor_merge WHERE withdrawn = 0
  UNION
  SELECT path.actor, edge.into_actor
  FROM path JOIN actor_merge AS edge ON edge.actor = path.above AND edge.withdrawn = 0
)
SELECT actor, above FROM path;

CREATE TRIGGER actor_merge_cycle BEFORE INSERT ON actor_merge
WHEN EXISTS (SELECT 1 FROM actor_merge_path WHERE actor = NEW.into_actor AND above = NEW.actor)
BEGIN SELECT RAISE(ABORT, 'actor_merge: the second actor is already merged into the first'); END;
CREATE TRIGGER actor_merge_cycle_again BEFORE UPDATE ON actor_merge
WHEN OLD.withdrawn = 1 AND NEW.withdrawn = 0
  AND EXISTS (SELECT 1 FROM actor_merge_path WHERE actor = NEW.into_actor AND above = NEW.actor)
BEGIN SELECT RAISE(ABORT, 'actor_merge: the second actor is already merged into the first'); END;

-- An actor is merged into one other at a time. The unique index says so too, but OR REPLACE would push out the edge.
CREATE TRIGGER actor_merge_twice BEFORE INSERT ON actor_merge
WHEN NEW.withdrawn = 0 AND EXISTS (SELECT 1 FROM actor_merge WHERE actor = NEW.actor AND withdrawn = 0)
BEGIN SELECT RAISE(ABORT, 'actor_merge: the first actor is merged already'); END;
CREATE TRIGGER actor_merge_twice_again BEFORE UPDATE ON actor_merge
WHEN NEW.withdrawn = 0 AND EXISTS (SELECT 1 FROM actor_merge WHERE actor = NEW.actor AND withdrawn = 0 AND id <> OLD.id)
BEGIN SELECT RAISE(ABORT, 'actor_merge: the first actor is merged already'); END;

-- What outputs and rights rest on: the ranks of the labels, and which migrations were applied.
CREATE TRIGGER label_insert BEFORE INSERT ON label BEGIN SELECT RAISE(ABORT, 'label: the markings are fixed'); END;
CREATE TRIGGER label_update BEFORE UPDATE ON label BEGIN SELECT RAISE(ABORT, 'label: the markings are fixed'); END;
CREATE TRIGGER label_delete BEFORE DELETE ON label BEGIN SELECT RAISE(ABORT, 'label: the markings are fixed'); END;
CREATE TRIGGER migration_update BEFORE UPDATE ON migration BEGIN SELECT RAISE(ABORT, 'migration: the log is append-only'); END;
CREATE TRIGGER migration_delete BEFORE DELETE ON migration BEGIN SELECT RAISE(ABORT, 'migration: the log is append-only'); END;

-- A change can be made current only while it is the newest: later edits cannot be put under an old one.
CREATE TRIGGER current_change_old BEFORE UPDATE ON current_change
WHEN NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT max(id) FROM change)
BEGIN SELECT RAISE(ABORT, 'current_change: only the newest change can be current'); END;
CREATE TRIGGER current_change_again BEFORE INSERT ON current_change
BEGIN SELECT RAISE(ABORT, 'current_change: its one row stays'); END;

-- One source is the main one of an observation. The unique index says so too, but OR REPLACE would push it out.
CREATE TRIGGER evidence_main_twice BEFORE INSERT ON evidence
WHEN NEW.main = 1 AND NEW.withdrawn = 0
  AND EXISTS (SELECT 1 FROM evidence WHERE observation = NEW.observation AND main = 1 AND withdrawn = 0)
BEGIN SELECT RAISE(ABORT, 'evidence: the observation has a main source already'); END;
CREATE TRIGGER evidence_main_twice_again BEFORE UPDATE ON evidence
WHEN NEW.main = 1 AND NEW.withdrawn = 0
  AND EXISTS (SELECT 1 FROM evidence WHERE observation = NEW.observation AND main = 1 AND withdrawn = 0 AND id <> OLD.id)
BEGIN SELECT RAISE(ABORT, 'evidence: the observation has a main source already'); END;
CREATE TRIGGER decision_twice BEFORE INSERT ON decision
WHEN NEW.withdrawn = 0 AND EXISTS (SELECT 1 FROM decision
  WHERE candidate = NEW.candidate AND observation IS NEW.observation AND withdrawn = 0)
BEGIN SELECT RAISE(ABORT, 'decision: the candidate was decided so already'); END;
CREATE TRIGGER decision_twice_again BEFORE UPDATE ON decision
WHEN NEW.withdrawn = 0 AND EXISTS (SELECT 1 FROM decision
  WHERE candidate = NEW.candidate AND observation IS NEW.observation AND withdrawn = 0 AND id <> OLD.id)
BEGIN SELECT RAISE(ABORT, 'decision: the candidate was decided so already'); END;

-- Erasing, where the law demands it: a row of erasure in the same change opens the door for that record, and stays.
CREATE VIEW erasing AS
SELECT record_table, record FROM erasure WHERE change = (SELECT change FROM current_change);
CREATE TRIGGER erasure_update BEFORE UPDATE ON erasure BEGIN SELECT RAISE(ABORT, 'erasure: the log is append-only'); END;
CREATE TRIGGER erasure_delete BEFORE DELETE ON erasure BEGIN SELECT RAISE(ABORT, 'erasure: the log is append-only'); END;
CREATE TRIGGER erasure_again BEFORE INSERT ON erasure WHEN EXISTS (SELECT 1 FROM erasure WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'erasure: the log is append-only'); END;

-- The log is append-only.
CREATE TRIGGER change_update BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'change: the log is append-only'); END;
CREATE TRIGGER change_delete BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'change: the log is append-only'); END;
CREATE TRIGGER change_again BEFORE INSERT ON change WHEN EXISTS (SELECT 1 FROM change WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'change: the log is append-only'); END;
CREATE TRIGGER batch_update BEFORE UPDATE ON batch BEGIN SELECT RAISE(ABORT, 'batch: the log is append-only'); END;
CREATE TRIGGER batch_delete BEFORE DELETE ON batch BEGIN SELECT RAISE(ABORT, 'batch: the log is append-only'); END;
CREATE TRIGGER batch_again BEFORE INSERT ON batch WHEN EXISTS (SELECT 1 FROM batch WHERE id = NEW.id OR uid = NEW.uid)
BEGIN SELECT RAISE(ABORT, 'batch: the log is append-only'); END;
CREATE TRIGGER current_change_delete BEFORE DELETE ON current_change
BEGIN SELECT RAISE(ABORT, 'current_change: its one row stays'); END;

CREATE TABLE setting_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, name TEXT, value TEXT, withdrawn INTEGER, change INTEGER
) STRICT;
CREATE INDEX setting_history_row ON setting_history (id, until);
CREATE INDEX setting_history_until ON setting_history (until);
CREATE TRIGGER setting_history_update BEFORE UPDATE ON setting_history BEGIN SELECT RAISE(ABORT, 'setting_history: past versions stay as they were'); END;
CREATE TRIGGER setting_history_delete BEFORE DELETE ON setting_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'setting' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'setting_history: past versions stay as they were'); END;
CREATE TRIGGER setting_history_again BEFORE INSERT ON setting_history WHEN EXISTS (SELECT 1 FROM setting_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'setting_history: past versions stay as they were'); END;

CREATE TABLE mechanism_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, code TEXT, label TEXT, definition TEXT, include TEXT, exclude TEXT, example TEXT, position
  INTEGER, key_area INTEGER, withdrawn INTEGER, change INTEGER
) STRICT;
CREATE INDEX mechanism_history_row ON mechanism_history (id, until);
CREATE INDEX mechanism_history_until ON mechanism_history (until);
CREATE TRIGGER mechanism_history_update BEFORE UPDATE ON mechanism_history BEGIN SELECT RAISE(ABORT, 'mechanism_history: past versions stay as they were'); END;
CREATE TRIGGER mechanism_history_delete BEFORE DELETE ON mechanism_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'mechanism' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'mechanism_history: past versions stay as they were'); END;
CREATE TRIGGER mechanism_history_again BEFORE INSERT ON mechanism_history WHEN EXISTS (SELECT 1 FROM mechanism_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'mechanism_history: past versions stay as they were'); END;

CREATE TABLE instrument_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, code TEXT, label TEXT, definition TEXT, include TEXT, exclude TEXT, example TEXT, position
  INTEGER, withdrawn INTEGER, change INTEGER
) STRICT;
CREATE INDEX instrument_history_row ON instrument_history (id, until);
CREATE INDEX instrument_history_until ON instrument_history (until);
CREATE TRIGGER instrument_history_update BEFORE UPDATE ON instrument_history BEGIN SELECT RAISE(ABORT, 'instrument_history: past versions stay as they were'); END;
CREATE TRIGGER instrument_history_delete BEFORE DELETE ON instrument_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'instrument' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'instrument_history: past versions stay as they were'); END;
CREATE TRIGGER instrument_history_again BEFORE INSERT ON instrument_history WHEN EXISTS (SELECT 1 FROM instrument_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'instrument_history: past versions stay as they were'); END;

CREATE TABLE sector_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, code TEXT, label TEXT, definition TEXT, include TEXT, exclude TEXT, example TEXT, parent TEXT,
  dual_use TEXT, position INTEGER, withdrawn INTEGER, change INTEGER
) STRICT;
CREATE INDEX sector_history_row ON sector_history (id, until);
CREATE INDEX sector_history_until ON sector_history (until);
CREATE TRIGGER sector_history_update BEFORE UPDATE ON sector_history BEGIN SELECT RAISE(ABORT, 'sector_history: past versions stay as they were'); END;
CREATE TRIGGER sector_history_delete BEFORE DELETE ON sector_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'sector' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'sector_history: past versions stay as they were'); END;
CREATE TRIGGER sector_history_again BEFORE INSERT ON sector_history WHEN EXISTS (SELECT 1 FROM sector_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'sector_history: past versions stay as they were'); END;

CREATE TABLE effect_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, code TEXT, label TEXT, definition TEXT, include TEXT, exclude TEXT, example TEXT, position
  INTEGER, withdrawn INTEGER, change INTEGER
) STRICT;
CREATE INDEX effect_history_row ON effect_history (id, until);
CREATE INDEX effect_history_until ON effect_history (until);
CREATE TRIGGER effect_history_update BEFORE UPDATE ON effect_history BEGIN SELECT RAISE(ABORT, 'effect_history: past versions stay as they were'); END;
CREATE TRIGGER effect_history_delete BEFORE DELETE ON effect_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'effect' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'effect_history: past versions stay as they were'); END;
CREATE TRIGGER effect_history_again BEFORE INSERT ON effect_history WHEN EXISTS (SELECT 1 FROM effect_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'effect_history: past versions stay as they were'); END;

CREATE TABLE stage_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, code TEXT, label TEXT, definition TEXT, include TEXT, exclude TEXT, example TEXT, position
  INTEGER, withdrawn INTEGER, change INTEGER
) STRICT;
CREATE INDEX stage_history_row ON stage_history (id, until);
CREATE INDEX stage_history_until ON stage_history (until);
CREATE TRIGGER stage_history_update BEFORE UPDATE ON stage_history BEGIN SELECT RAISE(ABORT, 'stage_history: past versions stay as they were'); END;
CREATE TRIGGER stage_history_delete BEFORE DELETE ON stage_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'stage' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'stage_history: past versions stay as they were'); END;
CREATE TRIGGER stage_history_again BEFORE INSERT ON stage_history WHEN EXISTS (SELECT 1 FROM stage_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'stage_history: past versions stay as they were'); END;

CREATE TABLE flow_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, code TEXT, label TEXT, definition TEXT, include TEXT, exclude TEXT, example TEXT, position
  INTEGER, withdrawn INTEGER, change INTEGER
) STRICT;
CREATE INDEX flow_history_row ON flow_history (id, until);
CREATE INDEX flow_history_until ON flow_history (until);
CREATE TRIGGER flow_history_update BEFORE UPDATE ON flow_history BEGIN SELECT RAISE(ABORT, 'flow_history: past versions stay as they were'); END;
CREATE TRIGGER flow_history_delete BEFORE DELETE ON flow_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'flow' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'flow_history: past versions stay as they were'); END;
CREATE TRIGGER flow_history_again BEFORE INSERT ON flow_history WHEN EXISTS (SELECT 1 FROM flow_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'flow_history: past versions stay as they were'); END;

CREATE TABLE cue_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, kind TEXT, language TEXT, code TEXT, cue TEXT, strength TEXT, note TEXT, withdrawn INTEGER, change
  INTEGER
) STRICT;
CREATE INDEX cue_history_row ON cue_history (id, until);
CREATE INDEX cue_history_until ON cue_history (until);
CREATE TRIGGER cue_history_update BEFORE UPDATE ON cue_history BEGIN SELECT RAISE(ABORT, 'cue_history: past versions stay as they were'); END;
CREATE TRIGGER cue_history_delete BEFORE DELETE ON cue_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'cue' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'cue_history: past versions stay as they were'); END;
CREATE TRIGGER cue_history_again BEFORE INSERT ON cue_history WHEN EXISTS (SELECT 1 FROM cue_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'cue_history: past versions stay as they were'); END;

CREATE TABLE actor_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, uid TEXT, name TEXT, kind TEXT, side TEXT, parent INTEGER, provisional INTEGER, note TEXT,
  withdrawn INTEGER, change INTEGER
) STRICT;
CREATE INDEX actor_history_row ON actor_history (id, until);
CREATE INDEX actor_history_until ON actor_history (until);
CREATE TRIGGER actor_history_update BEFORE UPDATE ON actor_history BEGIN SELECT RAISE(ABORT, 'actor_history: past versions stay as they were'); END;
CREATE TRIGGER actor_history_delete BEFORE DELETE ON actor_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'actor' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'actor_history: past versions stay as they were'); END;
CREATE TRIGGER actor_history_again BEFORE INSERT ON actor_history WHEN EXISTS (SELECT 1 FROM actor_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'actor_history: past versions stay as they were'); END;

CREATE TABLE actor_alias_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, actor INTEGER, alias TEXT, language TEXT, script TEXT, ambiguous INTEGER, position INTEGER,
  withdrawn INTEGER, change INTEGER
) STRICT;
CREATE INDEX actor_alias_history_row ON actor_alias_history (id, until);
CREATE INDEX actor_alias_history_until ON actor_alias_history (until);
CREATE TRIGGER actor_alias_history_update BEFORE UPDATE ON actor_alias_history BEGIN SELECT RAISE(ABORT, 'actor_alias_history: past versions stay as they were'); END;
CREATE TRIGGER actor_alias_history_delete BEFORE DELETE ON actor_alias_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'actor_alias' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'actor_alias_history: past versions stay as they were'); END;
CREATE TRIGGER actor_alias_history_again BEFORE INSERT ON actor_alias_history WHEN EXISTS (SELECT 1 FROM actor_alias_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'actor_alias_history: past versions stay as they were'); END;

CREATE TABLE actor_tie_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, uid TEXT, actor INTEGER, kind TEXT, target INTEGER, list TEXT, starts TEXT, earliest INTEGER, ends
  TEXT, latest INTEGER, document INTEGER, note TEXT, withdrawn INTEGER, change INTEGER
) STRICT;
CREATE INDEX actor_tie_history_row ON actor_tie_history (id, until);
CREATE INDEX actor_tie_history_until ON actor_tie_history (until);
CREATE TRIGGER actor_tie_history_update BEFORE UPDATE ON actor_tie_history BEGIN SELECT RAISE(ABORT, 'actor_tie_history: past versions stay as they were'); END;
CREATE TRIGGER actor_tie_history_delete BEFORE DELETE ON actor_tie_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'actor_tie' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'actor_tie_history: past versions stay as they were'); END;
CREATE TRIGGER actor_tie_history_again BEFORE INSERT ON actor_tie_history WHEN EXISTS (SELECT 1 FROM actor_tie_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'actor_tie_history: past versions stay as they were'); END;

CREATE TABLE actor_merge_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, uid TEXT, actor INTEGER, into_actor INTEGER, why TEXT, withdrawn INTEGER, change INTEGER
) STRICT;
CREATE INDEX actor_merge_history_row ON actor_merge_history (id, until);
CREATE INDEX actor_merge_history_until ON actor_merge_history (until);
CREATE TRIGGER actor_merge_history_update BEFORE UPDATE ON actor_merge_history BEGIN SELECT RAISE(ABORT, 'actor_merge_history: past versions stay as they were'); END;
CREATE TRIGGER actor_merge_history_delete BEFORE DELETE ON actor_merge_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'actor_merge' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'actor_merge_history: past versions stay as they were'); END;
CREATE TRIGGER actor_merge_history_again BEFORE INSERT ON actor_merge_history WHEN EXISTS (SELECT 1 FROM actor_merge_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'actor_merge_history: past versions stay as they were'); END;

CREATE TABLE outlet_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, uid TEXT, name TEXT, affiliation TEXT, provisional INTEGER, withdrawn INTEGER, change INTEGER
) STRICT;
CREATE INDEX outlet_history_row ON outlet_history (id, until);
CREATE INDEX outlet_history_until ON outlet_history (until);
CREATE TRIGGER outlet_history_update BEFORE UPDATE ON outlet_history BEGIN SELECT RAISE(ABORT, 'outlet_history: past versions stay as they were'); END;
CREATE TRIGGER outlet_history_delete BEFORE DELETE ON outlet_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'outlet' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'outlet_history: past versions stay as they were'); END;
CREATE TRIGGER outlet_history_again BEFORE INSERT ON outlet_history WHEN EXISTS (SELECT 1 FROM outlet_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'outlet_history: past versions stay as they were'); END;

CREATE TABLE outlet_host_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, outlet INTEGER, host TEXT, country TEXT, language TEXT, note TEXT, withdrawn INTEGER, change
  INTEGER
) STRICT;
CREATE INDEX outlet_host_history_row ON outlet_host_history (id, until);
CREATE INDEX outlet_host_history_until ON outlet_host_history (until);
CREATE TRIGGER outlet_host_history_update BEFORE UPDATE ON outlet_host_history BEGIN SELECT RAISE(ABORT, 'outlet_host_history: past versions stay as they were'); END;
CREATE TRIGGER outlet_host_history_delete BEFORE DELETE ON outlet_host_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'outlet_host' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'outlet_host_history: past versions stay as they were'); END;
CREATE TRIGGER outlet_host_history_again BEFORE INSERT ON outlet_host_history WHEN EXISTS (SELECT 1 FROM outlet_host_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'outlet_host_history: past versions stay as they were'); END;

CREATE TABLE outlet_grade_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, uid TEXT, outlet INTEGER, letter TEXT, since INTEGER, why TEXT, withdrawn INTEGER, change INTEGER
) STRICT;
CREATE INDEX outlet_grade_history_row ON outlet_grade_history (id, until);
CREATE INDEX outlet_grade_history_until ON outlet_grade_history (until);
CREATE TRIGGER outlet_grade_history_update BEFORE UPDATE ON outlet_grade_history BEGIN SELECT RAISE(ABORT, 'outlet_grade_history: past versions stay as they were'); END;
CREATE TRIGGER outlet_grade_history_delete BEFORE DELETE ON outlet_grade_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'outlet_grade' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'outlet_grade_history: past versions stay as they were'); END;
CREATE TRIGGER outlet_grade_history_again BEFORE INSERT ON outlet_grade_history WHEN EXISTS (SELECT 1 FROM outlet_grade_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'outlet_grade_history: past versions stay as they were'); END;

CREATE TABLE document_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, uid TEXT, sha256 TEXT, media TEXT, encoding TEXT, container TEXT, part TEXT, path TEXT, url TEXT,
  url_key TEXT, host TEXT, title TEXT, outlet INTEGER, language TEXT, published TEXT, earliest INTEGER, latest
  INTEGER, retrieved TEXT, archived_url TEXT, tlp TEXT, recorded TEXT, withdrawn INTEGER, change INTEGER
) STRICT;
CREATE INDEX document_history_row ON document_history (id, until);
CREATE INDEX document_history_until ON document_history (until);
CREATE TRIGGER document_history_update BEFORE UPDATE ON document_history BEGIN SELECT RAISE(ABORT, 'document_history: past versions stay as they were'); END;
CREATE TRIGGER document_history_delete BEFORE DELETE ON document_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'document' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'document_history: past versions stay as they were'); END;
CREATE TRIGGER document_history_again BEFORE INSERT ON document_history WHEN EXISTS (SELECT 1 FROM document_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'document_history: past versions stay as they were'); END;

CREATE TABLE document_text_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, original BLOB, reading TEXT, withdrawn INTEGER, change INTEGER
) STRICT;
CREATE INDEX document_text_history_row ON document_text_history (id, until);
CREATE INDEX document_text_history_until ON document_text_history (until);
CREATE TRIGGER document_text_history_update BEFORE UPDATE ON document_text_history BEGIN SELECT RAISE(ABORT, 'document_text_history: past versions stay as they were'); END;
CREATE TRIGGER document_text_history_delete BEFORE DELETE ON document_text_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'document_text' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'document_text_history: past versions stay as they were'); END;
CREATE TRIGGER document_text_history_again BEFORE INSERT ON document_text_history WHEN EXISTS (SELECT 1 FROM document_text_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'document_text_history: past versions stay as they were'); END;

CREATE TABLE document_author_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, document INTEGER, position INTEGER, name TEXT, withdrawn INTEGER, change INTEGER
) STRICT;
CREATE INDEX document_author_history_row ON document_author_history (id, until);
CREATE INDEX document_author_history_until ON document_author_history (until);
CREATE TRIGGER document_author_history_update BEFORE UPDATE ON document_author_history BEGIN SELECT RAISE(ABORT, 'document_author_history: past versions stay as they were'); END;
CREATE TRIGGER document_author_history_delete BEFORE DELETE ON document_author_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'document_author' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'document_author_history: past versions stay as they were'); END;
CREATE TRIGGER document_author_history_again BEFORE INSERT ON document_author_history WHEN EXISTS (SELECT 1 FROM document_author_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'document_author_history: past versions stay as they were'); END;

CREATE TABLE document_category_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, document INTEGER, position INTEGER, name TEXT, withdrawn INTEGER, change INTEGER
) STRICT;
CREATE INDEX document_category_history_row ON document_category_history (id, until);
CREATE INDEX document_category_history_until ON document_category_history (until);
CREATE TRIGGER document_category_history_update BEFORE UPDATE ON document_category_history BEGIN SELECT RAISE(ABORT, 'document_category_history: past versions stay as they were'); END;
CREATE TRIGGER document_category_history_delete BEFORE DELETE ON document_category_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'document_category' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'document_category_history: past versions stay as they were'); END;
CREATE TRIGGER document_category_history_again BEFORE INSERT ON document_category_history WHEN EXISTS (SELECT 1 FROM document_category_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'document_category_history: past versions stay as they were'); END;

CREATE TABLE document_claim_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, document INTEGER, field TEXT, value TEXT, origin TEXT, starts INTEGER, ends INTEGER, withdrawn
  INTEGER, change INTEGER
) STRICT;
CREATE INDEX document_claim_history_row ON document_claim_history (id, until);
CREATE INDEX document_claim_history_until ON document_claim_history (until);
CREATE TRIGGER document_claim_history_update BEFORE UPDATE ON document_claim_history BEGIN SELECT RAISE(ABORT, 'document_claim_history: past versions stay as they were'); END;
CREATE TRIGGER document_claim_history_delete BEFORE DELETE ON document_claim_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'document_claim' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'document_claim_history: past versions stay as they were'); END;
CREATE TRIGGER document_claim_history_again BEFORE INSERT ON document_claim_history WHEN EXISTS (SELECT 1 FROM document_claim_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'document_claim_history: past versions stay as they were'); END;

CREATE TABLE same_origin_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, uid TEXT, document INTEGER, original INTEGER, why TEXT, score REAL, withdrawn INTEGER, change
  INTEGER
) STRICT;
CREATE INDEX same_origin_history_row ON same_origin_history (id, until);
CREATE INDEX same_origin_history_until ON same_origin_history (until);
CREATE TRIGGER same_origin_history_update BEFORE UPDATE ON same_origin_history BEGIN SELECT RAISE(ABORT, 'same_origin_history: past versions stay as they were'); END;
CREATE TRIGGER same_origin_history_delete BEFORE DELETE ON same_origin_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'same_origin' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'same_origin_history: past versions stay as they were'); END;
CREATE TRIGGER same_origin_history_again BEFORE INSERT ON same_origin_history WHEN EXISTS (SELECT 1 FROM same_origin_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'same_origin_history: past versions stay as they were'); END;

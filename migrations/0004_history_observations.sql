-- History of the tables of 0002_observations.sql; how it works stands in 0003_history.sql.

CREATE TABLE initiative_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, uid TEXT, code TEXT, title TEXT, note TEXT, status TEXT, tlp TEXT, provisional INTEGER, withdrawn
  INTEGER, change INTEGER
) STRICT;
CREATE INDEX initiative_history_row ON initiative_history (id, until);
CREATE INDEX initiative_history_until ON initiative_history (until);
CREATE TRIGGER initiative_history_update BEFORE UPDATE ON initiative_history BEGIN SELECT RAISE(ABORT, 'initiative_history: past versions stay as they were'); END;
CREATE TRIGGER initiative_history_delete BEFORE DELETE ON initiative_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'initiative' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'initiative_history: past versions stay as they were'); END;
CREATE TRIGGER initiative_history_again BEFORE INSERT ON initiative_history WHEN EXISTS (SELECT 1 FROM initiative_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'initiative_history: past versions stay as they were'); END;

CREATE TABLE observation_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, uid TEXT, dataset TEXT, source_id TEXT, loaded TEXT, occurred TEXT, earliest INTEGER, latest
  INTEGER, title TEXT, summary TEXT, mechanism TEXT, instrument TEXT, effect TEXT, stage TEXT, due TEXT,
  due_earliest INTEGER, due_latest INTEGER, flow TEXT, military TEXT, place TEXT, country TEXT, amount REAL,
  currency TEXT, amount_kind TEXT, umbrella INTEGER, multilateral INTEGER, pressure_on TEXT, tlp TEXT, recorded
  TEXT, withdrawn INTEGER, change INTEGER
) STRICT;
CREATE INDEX observation_history_row ON observation_history (id, until);
CREATE INDEX observation_history_until ON observation_history (until);
CREATE TRIGGER observation_history_update BEFORE UPDATE ON observation_history BEGIN SELECT RAISE(ABORT, 'observation_history: past versions stay as they were'); END;
CREATE TRIGGER observation_history_delete BEFORE DELETE ON observation_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'observation' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'observation_history: past versions stay as they were'); END;
CREATE TRIGGER observation_history_again BEFORE INSERT ON observation_history WHEN EXISTS (SELECT 1 FROM observation_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'observation_history: past versions stay as they were'); END;

CREATE TABLE observation_sector_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, observation INTEGER, sector TEXT, position INTEGER, withdrawn INTEGER, change INTEGER
) STRICT;
CREATE INDEX observation_sector_history_row ON observation_sector_history (id, until);
CREATE INDEX observation_sector_history_until ON observation_sector_history (until);
CREATE TRIGGER observation_sector_history_update BEFORE UPDATE ON observation_sector_history BEGIN SELECT RAISE(ABORT, 'observation_sector_history: past versions stay as they were'); END;
CREATE TRIGGER observation_sector_history_delete BEFORE DELETE ON observation_sector_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'observation_sector' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'observation_sector_history: past versions stay as they were'); END;
CREATE TRIGGER observation_sector_history_again BEFORE INSERT ON observation_sector_history WHEN EXISTS (SELECT 1 FROM observation_sector_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'observation_sector_history: past versions stay as they were'); END;

CREATE TABLE participation_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, observation INTEGER, actor INTEGER, role TEXT, side TEXT, position INTEGER, withdrawn INTEGER,
  change INTEGER
) STRICT;
CREATE INDEX participation_history_row ON participation_history (id, until);
CREATE INDEX participation_history_until ON participation_history (until);
CREATE TRIGGER participation_history_update BEFORE UPDATE ON participation_history BEGIN SELECT RAISE(ABORT, 'participation_history: past versions stay as they were'); END;
CREATE TRIGGER participation_history_delete BEFORE DELETE ON participation_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'participation' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'participation_history: past versions stay as they were'); END;
CREATE TRIGGER participation_history_again BEFORE INSERT ON participation_history WHEN EXISTS (SELECT 1 FROM participation_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'participation_history: past versions stay as they were'); END;

CREATE TABLE observation_initiative_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, observation INTEGER, initiative INTEGER, position INTEGER, withdrawn INTEGER, change INTEGER
) STRICT;
CREATE INDEX observation_initiative_history_row ON observation_initiative_history (id, until);
CREATE INDEX observation_initiative_history_until ON observation_initiative_history (until);
CREATE TRIGGER observation_initiative_history_update BEFORE UPDATE ON observation_initiative_history BEGIN SELECT RAISE(ABORT, 'observation_initiative_history: past versions stay as they were'); END;
CREATE TRIGGER observation_initiative_history_delete BEFORE DELETE ON observation_initiative_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'observation_initiative' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'observation_initiative_history: past versions stay as they were'); END;
CREATE TRIGGER observation_initiative_history_again BEFORE INSERT ON observation_initiative_history WHEN EXISTS (SELECT 1 FROM observation_initiative_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'observation_initiative_history: past versions stay as they were'); END;

CREATE TABLE observation_tag_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, observation INTEGER, tag TEXT, position INTEGER, withdrawn INTEGER, change INTEGER
) STRICT;
CREATE INDEX observation_tag_history_row ON observation_tag_history (id, until);
CREATE INDEX observation_tag_history_until ON observation_tag_history (until);
CREATE TRIGGER observation_tag_history_update BEFORE UPDATE ON observation_tag_history BEGIN SELECT RAISE(ABORT, 'observation_tag_history: past versions stay as they were'); END;
CREATE TRIGGER observation_tag_history_delete BEFORE DELETE ON observation_tag_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'observation_tag' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'observation_tag_history: past versions stay as they were'); END;
CREATE TRIGGER observation_tag_history_again BEFORE INSERT ON observation_tag_history WHEN EXISTS (SELECT 1 FROM observation_tag_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'observation_tag_history: past versions stay as they were'); END;

CREATE TABLE observation_extra_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, observation INTEGER, name TEXT, value TEXT, withdrawn INTEGER, change INTEGER
) STRICT;
CREATE INDEX observation_extra_history_row ON observation_extra_history (id, until);
CREATE INDEX observation_extra_history_until ON observation_extra_history (until);
CREATE TRIGGER observation_extra_history_update BEFORE UPDATE ON observation_extra_history BEGIN SELECT RAISE(ABORT, 'observation_extra_history: past versions stay as they were'); END;
CREATE TRIGGER observation_extra_history_delete BEFORE DELETE ON observation_extra_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'observation_extra' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'observation_extra_history: past versions stay as they were'); END;
CREATE TRIGGER observation_extra_history_again BEFORE INSERT ON observation_extra_history WHEN EXISTS (SELECT 1 FROM observation_extra_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'observation_extra_history: past versions stay as they were'); END;

CREATE TABLE evidence_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, uid TEXT, observation INTEGER, document INTEGER, main INTEGER, provisional INTEGER, starts
  INTEGER, ends INTEGER, stance TEXT, credibility INTEGER, attribution TEXT, claim_date TEXT, claim_earliest
  INTEGER, claim_latest INTEGER, claim_amount REAL, claim_currency TEXT, claim_amount_kind TEXT, claim_stage
  TEXT, cited_url TEXT, cited_title TEXT, cited_outlet TEXT, cited_published TEXT, cited_language TEXT, quote
  TEXT, translation TEXT, translator TEXT, note TEXT, tlp TEXT, recorded TEXT, withdrawn INTEGER, change INTEGER
) STRICT;
CREATE INDEX evidence_history_row ON evidence_history (id, until);
CREATE INDEX evidence_history_until ON evidence_history (until);
CREATE TRIGGER evidence_history_update BEFORE UPDATE ON evidence_history BEGIN SELECT RAISE(ABORT, 'evidence_history: past versions stay as they were'); END;
CREATE TRIGGER evidence_history_delete BEFORE DELETE ON evidence_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'evidence' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'evidence_history: past versions stay as they were'); END;
CREATE TRIGGER evidence_history_again BEFORE INSERT ON evidence_history WHEN EXISTS (SELECT 1 FROM evidence_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'evidence_history: past versions stay as they were'); END;

CREATE TABLE decision_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, uid TEXT, candidate TEXT, document INTEGER, verdict TEXT, observation INTEGER, why TEXT, rule
  TEXT, rules TEXT, score REAL, starts INTEGER, ends INTEGER, withdrawn INTEGER, change INTEGER
) STRICT;
CREATE INDEX decision_history_row ON decision_history (id, until);
CREATE INDEX decision_history_until ON decision_history (until);
CREATE TRIGGER decision_history_update BEFORE UPDATE ON decision_history BEGIN SELECT RAISE(ABORT, 'decision_history: past versions stay as they were'); END;
CREATE TRIGGER decision_history_delete BEFORE DELETE ON decision_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'decision' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'decision_history: past versions stay as they were'); END;
CREATE TRIGGER decision_history_again BEFORE INSERT ON decision_history WHEN EXISTS (SELECT 1 FROM decision_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'decision_history: past versions stay as they were'); END;

CREATE TABLE decision_field_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, decision INTEGER, field TEXT, value TEXT, side TEXT, role TEXT, actor INTEGER, starts INTEGER,
  ends INTEGER, withdrawn INTEGER, change INTEGER
) STRICT;
CREATE INDEX decision_field_history_row ON decision_field_history (id, until);
CREATE INDEX decision_field_history_until ON decision_field_history (until);
CREATE TRIGGER decision_field_history_update BEFORE UPDATE ON decision_field_history BEGIN SELECT RAISE(ABORT, 'decision_field_history: past versions stay as they were'); END;
CREATE TRIGGER decision_field_history_delete BEFORE DELETE ON decision_field_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'decision_field' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'decision_field_history: past versions stay as they were'); END;
CREATE TRIGGER decision_field_history_again BEFORE INSERT ON decision_field_history WHEN EXISTS (SELECT 1 FROM decision_field_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'decision_field_history: past versions stay as they were'); END;

CREATE TABLE indicator_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, uid TEXT, series TEXT, period TEXT, earliest INTEGER, latest INTEGER, value REAL, unit TEXT,
  document INTEGER, note TEXT, tlp TEXT, withdrawn INTEGER, change INTEGER
) STRICT;
CREATE INDEX indicator_history_row ON indicator_history (id, until);
CREATE INDEX indicator_history_until ON indicator_history (until);
CREATE TRIGGER indicator_history_update BEFORE UPDATE ON indicator_history BEGIN SELECT RAISE(ABORT, 'indicator_history: past versions stay as they were'); END;
CREATE TRIGGER indicator_history_delete BEFORE DELETE ON indicator_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'indicator' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'indicator_history: past versions stay as they were'); END;
CREATE TRIGGER indicator_history_again BEFORE INSERT ON indicator_history WHEN EXISTS (SELECT 1 FROM indicator_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'indicator_history: past versions stay as they were'); END;

CREATE TABLE coverage_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, uid TEXT, source TEXT, kind TEXT, outlet INTEGER, starts INTEGER, ends INTEGER, how TEXT, tlp
  TEXT, withdrawn INTEGER, change INTEGER
) STRICT;
CREATE INDEX coverage_history_row ON coverage_history (id, until);
CREATE INDEX coverage_history_until ON coverage_history (until);
CREATE TRIGGER coverage_history_update BEFORE UPDATE ON coverage_history BEGIN SELECT RAISE(ABORT, 'coverage_history: past versions stay as they were'); END;
CREATE TRIGGER coverage_history_delete BEFORE DELETE ON coverage_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'coverage' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'coverage_history: past versions stay as they were'); END;
CREATE TRIGGER coverage_history_again BEFORE INSERT ON coverage_history WHEN EXISTS (SELECT 1 FROM coverage_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'coverage_history: past versions stay as they were'); END;

CREATE TABLE note_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, uid TEXT, observation INTEGER, initiative INTEGER, actor INTEGER, document INTEGER, outlet
  INTEGER, evidence INTEGER, body TEXT, tlp TEXT, withdrawn INTEGER, change INTEGER
) STRICT;
CREATE INDEX note_history_row ON note_history (id, until);
CREATE INDEX note_history_until ON note_history (until);
CREATE TRIGGER note_history_update BEFORE UPDATE ON note_history BEGIN SELECT RAISE(ABORT, 'note_history: past versions stay as they were'); END;
CREATE TRIGGER note_history_delete BEFORE DELETE ON note_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'note' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'note_history: past versions stay as they were'); END;
CREATE TRIGGER note_history_again BEFORE INSERT ON note_history WHEN EXISTS (SELECT 1 FROM note_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'note_history: past versions stay as they were'); END;

CREATE TABLE judgement_history (
  version INTEGER PRIMARY KEY, until INTEGER NOT NULL REFERENCES change (id),
  id INTEGER, uid TEXT, observation INTEGER, initiative INTEGER, actor INTEGER, sentence TEXT, likelihood TEXT,
  confidence TEXT, basis TEXT, tlp TEXT, withdrawn INTEGER, change INTEGER
) STRICT;
CREATE INDEX judgement_history_row ON judgement_history (id, until);
CREATE INDEX judgement_history_until ON judgement_history (until);
CREATE TRIGGER judgement_history_update BEFORE UPDATE ON judgement_history BEGIN SELECT RAISE(ABORT, 'judgement_history: past versions stay as they were'); END;
CREATE TRIGGER judgement_history_delete BEFORE DELETE ON judgement_history WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'judgement' AND record = OLD.id)
BEGIN SELECT RAISE(ABORT, 'judgement_history: past versions stay as they were'); END;
CREATE TRIGGER judgement_history_again BEFORE INSERT ON judgement_history WHEN EXISTS (SELECT 1 FROM judgement_history WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'judgement_history: past versions stay as they were'); END;

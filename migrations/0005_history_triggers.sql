-- The triggers that keep history: plain SQL, so they work in any client. For every table of truth T:
--   T_insert   refuses a forged change, and a row that is already there (INSERT OR REPLACE would delete it)
--   T_outside  an insert without a change is written down as made outside the program
--   T_update   keeps the superseded version; id, uid, keys and change of a row never change
--   T_delete   refuses: withdrawing is the way

CREATE TRIGGER setting_insert BEFORE INSERT ON setting BEGIN
  SELECT RAISE(ABORT, 'setting: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'setting: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM setting WHERE id = NEW.id OR name = NEW.name);
END;
CREATE TRIGGER setting_outside AFTER INSERT ON setting WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE setting SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER setting_update BEFORE UPDATE ON setting WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'setting: id, name, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.name IS NOT OLD.name OR NEW.change IS NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO setting_history SELECT NULL, (SELECT id FROM change_now), * FROM setting WHERE id = OLD.id;
END;
CREATE TRIGGER setting_delete BEFORE DELETE ON setting
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'setting' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'setting: nothing is deleted; take it back with UPDATE setting SET withdrawn = 1');
END;

CREATE TRIGGER mechanism_insert BEFORE INSERT ON mechanism BEGIN
  SELECT RAISE(ABORT, 'mechanism: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'mechanism: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM mechanism WHERE id = NEW.id OR code = NEW.code);
END;
CREATE TRIGGER mechanism_outside AFTER INSERT ON mechanism WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE mechanism SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER mechanism_update BEFORE UPDATE ON mechanism WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'mechanism: id, code, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.change IS NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO mechanism_history SELECT NULL, (SELECT id FROM change_now), * FROM mechanism WHERE id = OLD.id;
END;
CREATE TRIGGER mechanism_delete BEFORE DELETE ON mechanism
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'mechanism' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'mechanism: nothing is deleted; take it back with UPDATE mechanism SET withdrawn = 1');
END;

CREATE TRIGGER instrument_insert BEFORE INSERT ON instrument BEGIN
  SELECT RAISE(ABORT, 'instrument: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'instrument: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM instrument WHERE id = NEW.id OR code = NEW.code);
END;
CREATE TRIGGER instrument_outside AFTER INSERT ON instrument WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE instrument SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER instrument_update BEFORE UPDATE ON instrument WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'instrument: id, code, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.change IS NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO instrument_history SELECT NULL, (SELECT id FROM change_now), * FROM instrument WHERE id = OLD.id;
END;
CREATE TRIGGER instrument_delete BEFORE DELETE ON instrument
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'instrument' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'instrument: nothing is deleted; take it back with UPDATE instrument SET withdrawn = 1');
END;

CREATE TRIGGER sector_insert BEFORE INSERT ON sector BEGIN
  SELECT RAISE(ABORT, 'sector: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'sector: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM sector WHERE id = NEW.id OR code = NEW.code);
END;
CREATE TRIGGER sector_outside AFTER INSERT ON sector WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE sector SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER sector_update BEFORE UPDATE ON sector WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'sector: id, code, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.change IS NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO sector_history SELECT NULL, (SELECT id FROM change_now), * FROM sector WHERE id = OLD.id;
END;
CREATE TRIGGER sector_delete BEFORE DELETE ON sector
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'sector' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'sector: nothing is deleted; take it back with UPDATE sector SET withdrawn = 1');
END;

CREATE TRIGGER effect_insert BEFORE INSERT ON effect BEGIN
  SELECT RAISE(ABORT, 'effect: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'effect: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM effect WHERE id = NEW.id OR code = NEW.code);
END;
CREATE TRIGGER effect_outside AFTER INSERT ON effect WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE effect SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER effect_update BEFORE UPDATE ON effect WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'effect: id, code, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.change IS NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO effect_history SELECT NULL, (SELECT id FROM change_now), * FROM effect WHERE id = OLD.id;
END;
CREATE TRIGGER effect_delete BEFORE DELETE ON effect
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'effect' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'effect: nothing is deleted; take it back with UPDATE effect SET withdrawn = 1');
END;

CREATE TRIGGER stage_insert BEFORE INSERT ON stage BEGIN
  SELECT RAISE(ABORT, 'stage: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'stage: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM stage WHERE id = NEW.id OR code = NEW.code);
END;
CREATE TRIGGER stage_outside AFTER INSERT ON stage WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE stage SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER stage_update BEFORE UPDATE ON stage WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'stage: id, code, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.change IS NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO stage_history SELECT NULL, (SELECT id FROM change_now), * FROM stage WHERE id = OLD.id;
END;
CREATE TRIGGER stage_delete BEFORE DELETE ON stage
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'stage' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'stage: nothing is deleted; take it back with UPDATE stage SET withdrawn = 1');
END;

CREATE TRIGGER flow_insert BEFORE INSERT ON flow BEGIN
  SELECT RAISE(ABORT, 'flow: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'flow: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM flow WHERE id = NEW.id OR code = NEW.code);
END;
CREATE TRIGGER flow_outside AFTER INSERT ON flow WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE flow SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER flow_update BEFORE UPDATE ON flow WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'flow: id, code, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.change IS NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO flow_history SELECT NULL, (SELECT id FROM change_now), * FROM flow WHERE id = OLD.id;
END;
CREATE TRIGGER flow_delete BEFORE DELETE ON flow
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'flow' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'flow: nothing is deleted; take it back with UPDATE flow SET withdrawn = 1');
END;

CREATE TRIGGER cue_insert BEFORE INSERT ON cue BEGIN
  SELECT RAISE(ABORT, 'cue: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'cue: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM cue WHERE id = NEW.id OR (kind = NEW.kind AND language = NEW.language AND code = NEW.code AND cue = NEW.cue));
END;
CREATE TRIGGER cue_outside AFTER INSERT ON cue WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE cue SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER cue_update BEFORE UPDATE ON cue WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'cue: id, kind, language, code, cue, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.kind IS NOT OLD.kind OR NEW.language IS NOT OLD.language OR NEW.code IS NOT
  OLD.code OR NEW.cue IS NOT OLD.cue OR NEW.change IS NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO cue_history SELECT NULL, (SELECT id FROM change_now), * FROM cue WHERE id = OLD.id;
END;
CREATE TRIGGER cue_delete BEFORE DELETE ON cue
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'cue' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'cue: nothing is deleted; take it back with UPDATE cue SET withdrawn = 1');
END;

CREATE TRIGGER actor_insert BEFORE INSERT ON actor BEGIN
  SELECT RAISE(ABORT, 'actor: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'actor: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM actor WHERE id = NEW.id OR name = NEW.name OR uid = NEW.uid);
END;
CREATE TRIGGER actor_outside AFTER INSERT ON actor WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE actor SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER actor_update BEFORE UPDATE ON actor WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'actor: id, uid, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.change IS NOT OLD.change;
  SELECT RAISE(ABORT, 'actor: another row has that name') WHERE EXISTS (SELECT 1 FROM actor WHERE name = NEW.name AND id <> OLD.id);
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO actor_history SELECT NULL, (SELECT id FROM change_now), * FROM actor WHERE id = OLD.id;
END;
CREATE TRIGGER actor_delete BEFORE DELETE ON actor
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'actor' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'actor: nothing is deleted; take it back with UPDATE actor SET withdrawn = 1');
END;

CREATE TRIGGER actor_alias_insert BEFORE INSERT ON actor_alias BEGIN
  SELECT RAISE(ABORT, 'actor_alias: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'actor_alias: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM actor_alias WHERE id = NEW.id OR (actor = NEW.actor AND alias = NEW.alias AND language = NEW.language));
END;
CREATE TRIGGER actor_alias_outside AFTER INSERT ON actor_alias WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE actor_alias SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER actor_alias_update BEFORE UPDATE ON actor_alias WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'actor_alias: id, actor, alias, language, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.actor IS NOT OLD.actor OR NEW.alias IS NOT OLD.alias OR NEW.language IS NOT
  OLD.language OR NEW.change IS NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO actor_alias_history SELECT NULL, (SELECT id FROM change_now), * FROM actor_alias WHERE id = OLD.id;
END;
CREATE TRIGGER actor_alias_delete BEFORE DELETE ON actor_alias
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'actor_alias' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'actor_alias: nothing is deleted; take it back with UPDATE actor_alias SET withdrawn = 1');
END;

CREATE TRIGGER actor_tie_insert BEFORE INSERT ON actor_tie BEGIN
  SELECT RAISE(ABORT, 'actor_tie: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'actor_tie: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM actor_tie WHERE id = NEW.id OR uid = NEW.uid);
END;
CREATE TRIGGER actor_tie_outside AFTER INSERT ON actor_tie WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE actor_tie SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER actor_tie_update BEFORE UPDATE ON actor_tie WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'actor_tie: id, uid, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.change IS NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO actor_tie_history SELECT NULL, (SELECT id FROM change_now), * FROM actor_tie WHERE id = OLD.id;
END;
CREATE TRIGGER actor_tie_delete BEFORE DELETE ON actor_tie
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'actor_tie' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'actor_tie: nothing is deleted; take it back with UPDATE actor_tie SET withdrawn = 1');
END;

CREATE TRIGGER actor_merge_insert BEFORE INSERT ON actor_merge BEGIN
  SELECT RAISE(ABORT, 'actor_merge: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'actor_merge: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM actor_merge WHERE id = NEW.id OR uid = NEW.uid);
END;
CREATE TRIGGER actor_merge_outside AFTER INSERT ON actor_merge WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE actor_merge SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER actor_merge_update BEFORE UPDATE ON actor_merge WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'actor_merge: id, uid, actor, into_actor, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.actor IS NOT OLD.actor OR NEW.into_actor IS NOT
  OLD.into_actor OR NEW.change IS NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO actor_merge_history SELECT NULL, (SELECT id FROM change_now), * FROM actor_merge WHERE id = OLD.id;
END;
CREATE TRIGGER actor_merge_delete BEFORE DELETE ON actor_merge
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'actor_merge' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'actor_merge: nothing is deleted; take it back with UPDATE actor_merge SET withdrawn = 1');
END;

CREATE TRIGGER outlet_insert BEFORE INSERT ON outlet BEGIN
  SELECT RAISE(ABORT, 'outlet: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'outlet: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM outlet WHERE id = NEW.id OR name = NEW.name OR uid = NEW.uid);
END;
CREATE TRIGGER outlet_outside AFTER INSERT ON outlet WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE outlet SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER outlet_update BEFORE UPDATE ON outlet WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'outlet: id, uid, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.change IS NOT OLD.change;
  SELECT RAISE(ABORT, 'outlet: another row has that name') WHERE EXISTS (SELECT 1 FROM outlet WHERE name = NEW.name AND id <> OLD.id);
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO outlet_history SELECT NULL, (SELECT id FROM change_now), * FROM outlet WHERE id = OLD.id;
END;
CREATE TRIGGER outlet_delete BEFORE DELETE ON outlet
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'outlet' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'outlet: nothing is deleted; take it back with UPDATE outlet SET withdrawn = 1');
END;

CREATE TRIGGER outlet_host_insert BEFORE INSERT ON outlet_host BEGIN
  SELECT RAISE(ABORT, 'outlet_host: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'outlet_host: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM outlet_host WHERE id = NEW.id OR host = NEW.host);
END;
CREATE TRIGGER outlet_host_outside AFTER INSERT ON outlet_host WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE outlet_host SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER outlet_host_update BEFORE UPDATE ON outlet_host WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'outlet_host: id, host, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.host IS NOT OLD.host OR NEW.change IS NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO outlet_host_history SELECT NULL, (SELECT id FROM change_now), * FROM outlet_host WHERE id = OLD.id;
END;
CREATE TRIGGER outlet_host_delete BEFORE DELETE ON outlet_host
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'outlet_host' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'outlet_host: nothing is deleted; take it back with UPDATE outlet_host SET withdrawn = 1');
END;

CREATE TRIGGER outlet_grade_insert BEFORE INSERT ON outlet_grade BEGIN
  SELECT RAISE(ABORT, 'outlet_grade: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'outlet_grade: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM outlet_grade WHERE id = NEW.id OR uid = NEW.uid);
END;
CREATE TRIGGER outlet_grade_outside AFTER INSERT ON outlet_grade WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE outlet_grade SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER outlet_grade_update BEFORE UPDATE ON outlet_grade WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'outlet_grade: id, uid, outlet, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.outlet IS NOT OLD.outlet OR NEW.change IS NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO outlet_grade_history SELECT NULL, (SELECT id FROM change_now), * FROM outlet_grade WHERE id = OLD.id;
END;
CREATE TRIGGER outlet_grade_delete BEFORE DELETE ON outlet_grade
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'outlet_grade' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'outlet_grade: nothing is deleted; take it back with UPDATE outlet_grade SET withdrawn = 1');
END;

CREATE TRIGGER document_insert BEFORE INSERT ON document BEGIN
  SELECT RAISE(ABORT, 'document: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'document: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM document WHERE id = NEW.id OR sha256 = NEW.sha256 OR uid = NEW.uid);
END;
CREATE TRIGGER document_outside AFTER INSERT ON document WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE document SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER document_update BEFORE UPDATE ON document WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'document: id, uid, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.change IS NOT OLD.change;
  SELECT RAISE(ABORT, 'document: the text of a document never changes') WHERE OLD.sha256 IS NOT NULL AND NEW.sha256 IS NOT OLD.sha256;
  SELECT RAISE(ABORT, 'document: another row has that text') WHERE EXISTS (SELECT 1 FROM document WHERE sha256 = NEW.sha256 AND id <> OLD.id);
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO document_history SELECT NULL, (SELECT id FROM change_now), * FROM document WHERE id = OLD.id;
END;
CREATE TRIGGER document_delete BEFORE DELETE ON document
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'document' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'document: nothing is deleted; take it back with UPDATE document SET withdrawn = 1');
END;

CREATE TRIGGER document_text_insert BEFORE INSERT ON document_text BEGIN
  SELECT RAISE(ABORT, 'document_text: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'document_text: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM document_text WHERE id = NEW.id);
END;
CREATE TRIGGER document_text_outside AFTER INSERT ON document_text WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE document_text SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER document_text_update BEFORE UPDATE ON document_text WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'document_text: id, original, reading, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.original IS NOT OLD.original OR NEW.reading IS NOT OLD.reading OR NEW.change IS
  NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO document_text_history SELECT NULL, (SELECT id FROM change_now), * FROM document_text WHERE id = OLD.id;
END;
CREATE TRIGGER document_text_delete BEFORE DELETE ON document_text
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'document_text' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'document_text: nothing is deleted; take it back with UPDATE document_text SET withdrawn = 1');
END;

CREATE TRIGGER document_author_insert BEFORE INSERT ON document_author BEGIN
  SELECT RAISE(ABORT, 'document_author: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'document_author: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM document_author WHERE id = NEW.id OR (document = NEW.document AND position = NEW.position));
END;
CREATE TRIGGER document_author_outside AFTER INSERT ON document_author WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE document_author SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER document_author_update BEFORE UPDATE ON document_author WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'document_author: id, document, position, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.document IS NOT OLD.document OR NEW.position IS NOT OLD.position OR NEW.change IS
  NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO document_author_history SELECT NULL, (SELECT id FROM change_now), * FROM document_author WHERE id = OLD.id;
END;
CREATE TRIGGER document_author_delete BEFORE DELETE ON document_author
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'document_author' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'document_author: nothing is deleted; take it back with UPDATE document_author SET withdrawn = 1');
END;

CREATE TRIGGER document_category_insert BEFORE INSERT ON document_category BEGIN
  SELECT RAISE(ABORT, 'document_category: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'document_category: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM document_category WHERE id = NEW.id OR (document = NEW.document AND position = NEW.position));
END;
CREATE TRIGGER document_category_outside AFTER INSERT ON document_category WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE document_category SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER document_category_update BEFORE UPDATE ON document_category WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'document_category: id, document, position, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.document IS NOT OLD.document OR NEW.position IS NOT OLD.position OR NEW.change IS
  NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO document_category_history SELECT NULL, (SELECT id FROM change_now), * FROM document_category WHERE id = OLD.id;
END;
CREATE TRIGGER document_category_delete BEFORE DELETE ON document_category
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'document_category' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'document_category: nothing is deleted; take it back with UPDATE document_category SET withdrawn = 1');
END;

CREATE TRIGGER document_claim_insert BEFORE INSERT ON document_claim BEGIN
  SELECT RAISE(ABORT, 'document_claim: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'document_claim: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM document_claim WHERE id = NEW.id OR (document = NEW.document AND field = NEW.field AND value = NEW.value AND origin = NEW.origin));
END;
CREATE TRIGGER document_claim_outside AFTER INSERT ON document_claim WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE document_claim SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER document_claim_update BEFORE UPDATE ON document_claim WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'document_claim: id, document, field, value, origin, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.document IS NOT OLD.document OR NEW.field IS NOT OLD.field OR NEW.value IS NOT
  OLD.value OR NEW.origin IS NOT OLD.origin OR NEW.change IS NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO document_claim_history SELECT NULL, (SELECT id FROM change_now), * FROM document_claim WHERE id = OLD.id;
END;
CREATE TRIGGER document_claim_delete BEFORE DELETE ON document_claim
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'document_claim' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'document_claim: nothing is deleted; take it back with UPDATE document_claim SET withdrawn = 1');
END;

CREATE TRIGGER same_origin_insert BEFORE INSERT ON same_origin BEGIN
  SELECT RAISE(ABORT, 'same_origin: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'same_origin: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM same_origin WHERE id = NEW.id OR uid = NEW.uid);
END;
CREATE TRIGGER same_origin_outside AFTER INSERT ON same_origin WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE same_origin SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER same_origin_update BEFORE UPDATE ON same_origin WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'same_origin: id, uid, document, original, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.document IS NOT OLD.document OR NEW.original IS NOT
  OLD.original OR NEW.change IS NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO same_origin_history SELECT NULL, (SELECT id FROM change_now), * FROM same_origin WHERE id = OLD.id;
END;
CREATE TRIGGER same_origin_delete BEFORE DELETE ON same_origin
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'same_origin' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'same_origin: nothing is deleted; take it back with UPDATE same_origin SET withdrawn = 1');
END;

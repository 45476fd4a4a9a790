-- The triggers of 0005_history_triggers.sql for the tables of 0002_observations.sql.

CREATE TRIGGER initiative_insert BEFORE INSERT ON initiative BEGIN
  SELECT RAISE(ABORT, 'initiative: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'initiative: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM initiative WHERE id = NEW.id OR code = NEW.code OR uid = NEW.uid);
END;
CREATE TRIGGER initiative_outside AFTER INSERT ON initiative WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE initiative SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER initiative_update BEFORE UPDATE ON initiative WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'initiative: id, code, uid, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.uid IS NOT OLD.uid OR NEW.change IS NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO initiative_history SELECT NULL, (SELECT id FROM change_now), * FROM initiative WHERE id = OLD.id;
END;
CREATE TRIGGER initiative_delete BEFORE DELETE ON initiative
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'initiative' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'initiative: nothing is deleted; take it back with UPDATE initiative SET withdrawn = 1');
END;

CREATE TRIGGER observation_insert BEFORE INSERT ON observation BEGIN
  SELECT RAISE(ABORT, 'observation: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'observation: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM observation WHERE id = NEW.id OR uid = NEW.uid);
END;
CREATE TRIGGER observation_outside AFTER INSERT ON observation WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE observation SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER observation_update BEFORE UPDATE ON observation WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'observation: id, uid, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.change IS NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO observation_history SELECT NULL, (SELECT id FROM change_now), * FROM observation WHERE id = OLD.id;
END;
CREATE TRIGGER observation_delete BEFORE DELETE ON observation
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'observation' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'observation: nothing is deleted; take it back with UPDATE observation SET withdrawn = 1');
END;

CREATE TRIGGER observation_sector_insert BEFORE INSERT ON observation_sector BEGIN
  SELECT RAISE(ABORT, 'observation_sector: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'observation_sector: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM observation_sector WHERE id = NEW.id OR (observation = NEW.observation AND sector = NEW.sector));
END;
CREATE TRIGGER observation_sector_outside AFTER INSERT ON observation_sector WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE observation_sector SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER observation_sector_update BEFORE UPDATE ON observation_sector WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'observation_sector: id, observation, sector, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.observation IS NOT OLD.observation OR NEW.sector IS NOT OLD.sector OR NEW.change
  IS NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO observation_sector_history SELECT NULL, (SELECT id FROM change_now), * FROM observation_sector WHERE id = OLD.id;
END;
CREATE TRIGGER observation_sector_delete BEFORE DELETE ON observation_sector
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'observation_sector' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'observation_sector: nothing is deleted; take it back with UPDATE observation_sector SET withdrawn = 1');
END;

CREATE TRIGGER participation_insert BEFORE INSERT ON participation BEGIN
  SELECT RAISE(ABORT, 'participation: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'participation: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM participation WHERE id = NEW.id OR (observation = NEW.observation AND actor = NEW.actor));
END;
CREATE TRIGGER participation_outside AFTER INSERT ON participation WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE participation SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER participation_update BEFORE UPDATE ON participation WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'participation: id, observation, actor, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.observation IS NOT OLD.observation OR NEW.actor IS NOT OLD.actor OR NEW.change IS
  NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO participation_history SELECT NULL, (SELECT id FROM change_now), * FROM participation WHERE id = OLD.id;
END;
CREATE TRIGGER participation_delete BEFORE DELETE ON participation
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'participation' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'participation: nothing is deleted; take it back with UPDATE participation SET withdrawn = 1');
END;

CREATE TRIGGER observation_initiative_insert BEFORE INSERT ON observation_initiative BEGIN
  SELECT RAISE(ABORT, 'observation_initiative: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'observation_initiative: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM observation_initiative WHERE id = NEW.id OR (observation = NEW.observation AND initiative = NEW.initiative));
END;
CREATE TRIGGER observation_initiative_outside AFTER INSERT ON observation_initiative WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE observation_initiative SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER observation_initiative_update BEFORE UPDATE ON observation_initiative WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'observation_initiative: id, observation, initiative, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.observation IS NOT OLD.observation OR NEW.initiative IS NOT OLD.initiative OR
  NEW.change IS NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO observation_initiative_history SELECT NULL, (SELECT id FROM change_now), * FROM observation_initiative WHERE id = OLD.id;
END;
CREATE TRIGGER observation_initiative_delete BEFORE DELETE ON observation_initiative
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'observation_initiative' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'observation_initiative: nothing is deleted; take it back with UPDATE observation_initiative SET withdrawn = 1');
END;

CREATE TRIGGER observation_tag_insert BEFORE INSERT ON observation_tag BEGIN
  SELECT RAISE(ABORT, 'observation_tag: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'observation_tag: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM observation_tag WHERE id = NEW.id OR (observation = NEW.observation AND tag = NEW.tag));
END;
CREATE TRIGGER observation_tag_outside AFTER INSERT ON observation_tag WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE observation_tag SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER observation_tag_update BEFORE UPDATE ON observation_tag WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'observation_tag: id, observation, tag, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.observation IS NOT OLD.observation OR NEW.tag IS NOT OLD.tag OR NEW.change IS NOT
  OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO observation_tag_history SELECT NULL, (SELECT id FROM change_now), * FROM observation_tag WHERE id = OLD.id;
END;
CREATE TRIGGER observation_tag_delete BEFORE DELETE ON observation_tag
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'observation_tag' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'observation_tag: nothing is deleted; take it back with UPDATE observation_tag SET withdrawn = 1');
END;

CREATE TRIGGER observation_extra_insert BEFORE INSERT ON observation_extra BEGIN
  SELECT RAISE(ABORT, 'observation_extra: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'observation_extra: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM observation_extra WHERE id = NEW.id OR (observation = NEW.observation AND name = NEW.name));
END;
CREATE TRIGGER observation_extra_outside AFTER INSERT ON observation_extra WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE observation_extra SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER observation_extra_update BEFORE UPDATE ON observation_extra WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'observation_extra: id, observation, name, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.observation IS NOT OLD.observation OR NEW.name IS NOT OLD.name OR NEW.change IS
  NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO observation_extra_history SELECT NULL, (SELECT id FROM change_now), * FROM observation_extra WHERE id = OLD.id;
END;
CREATE TRIGGER observation_extra_delete BEFORE DELETE ON observation_extra
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'observation_extra' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'observation_extra: nothing is deleted; take it back with UPDATE observation_extra SET withdrawn = 1');
END;

CREATE TRIGGER evidence_insert BEFORE INSERT ON evidence BEGIN
  SELECT RAISE(ABORT, 'evidence: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'evidence: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM evidence WHERE id = NEW.id OR uid = NEW.uid);
END;
CREATE TRIGGER evidence_outside AFTER INSERT ON evidence WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE evidence SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER evidence_update BEFORE UPDATE ON evidence WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'evidence: id, uid, observation, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.observation IS NOT OLD.observation OR NEW.change IS NOT
  OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO evidence_history SELECT NULL, (SELECT id FROM change_now), * FROM evidence WHERE id = OLD.id;
END;
CREATE TRIGGER evidence_delete BEFORE DELETE ON evidence
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'evidence' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'evidence: nothing is deleted; take it back with UPDATE evidence SET withdrawn = 1');
END;

CREATE TRIGGER decision_insert BEFORE INSERT ON decision BEGIN
  SELECT RAISE(ABORT, 'decision: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'decision: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM decision WHERE id = NEW.id OR uid = NEW.uid);
END;
CREATE TRIGGER decision_outside AFTER INSERT ON decision WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE decision SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER decision_update BEFORE UPDATE ON decision WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'decision: id, uid, candidate, document, verdict, observation, rule, rules, score, starts, ends, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.candidate IS NOT OLD.candidate OR NEW.document IS NOT
  OLD.document OR NEW.verdict IS NOT OLD.verdict OR NEW.observation IS NOT OLD.observation OR NEW.rule IS NOT
  OLD.rule OR NEW.rules IS NOT OLD.rules OR NEW.score IS NOT OLD.score OR NEW.starts IS NOT OLD.starts OR
  NEW.ends IS NOT OLD.ends OR NEW.change IS NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO decision_history SELECT NULL, (SELECT id FROM change_now), * FROM decision WHERE id = OLD.id;
END;
CREATE TRIGGER decision_delete BEFORE DELETE ON decision
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'decision' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'decision: nothing is deleted; take it back with UPDATE decision SET withdrawn = 1');
END;

CREATE TRIGGER decision_field_insert BEFORE INSERT ON decision_field BEGIN
  SELECT RAISE(ABORT, 'decision_field: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'decision_field: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM decision_field WHERE id = NEW.id);
END;
CREATE TRIGGER decision_field_outside AFTER INSERT ON decision_field WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE decision_field SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER decision_field_update BEFORE UPDATE ON decision_field WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'decision_field: id, decision, field, value, side, role, actor, starts, ends, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.decision IS NOT OLD.decision OR NEW.field IS NOT OLD.field OR NEW.value IS NOT
  OLD.value OR NEW.side IS NOT OLD.side OR NEW.role IS NOT OLD.role OR NEW.actor IS NOT OLD.actor OR NEW.starts
  IS NOT OLD.starts OR NEW.ends IS NOT OLD.ends OR NEW.change IS NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO decision_field_history SELECT NULL, (SELECT id FROM change_now), * FROM decision_field WHERE id = OLD.id;
END;
CREATE TRIGGER decision_field_delete BEFORE DELETE ON decision_field
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'decision_field' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'decision_field: nothing is deleted; take it back with UPDATE decision_field SET withdrawn = 1');
END;

CREATE TRIGGER indicator_insert BEFORE INSERT ON indicator BEGIN
  SELECT RAISE(ABORT, 'indicator: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'indicator: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM indicator WHERE id = NEW.id OR uid = NEW.uid);
END;
CREATE TRIGGER indicator_outside AFTER INSERT ON indicator WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE indicator SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER indicator_update BEFORE UPDATE ON indicator WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'indicator: id, uid, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.change IS NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO indicator_history SELECT NULL, (SELECT id FROM change_now), * FROM indicator WHERE id = OLD.id;
END;
CREATE TRIGGER indicator_delete BEFORE DELETE ON indicator
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'indicator' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'indicator: nothing is deleted; take it back with UPDATE indicator SET withdrawn = 1');
END;

CREATE TRIGGER coverage_insert BEFORE INSERT ON coverage BEGIN
  SELECT RAISE(ABORT, 'coverage: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'coverage: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM coverage WHERE id = NEW.id OR uid = NEW.uid);
END;
CREATE TRIGGER coverage_outside AFTER INSERT ON coverage WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE coverage SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER coverage_update BEFORE UPDATE ON coverage WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'coverage: id, uid, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.change IS NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO coverage_history SELECT NULL, (SELECT id FROM change_now), * FROM coverage WHERE id = OLD.id;
END;
CREATE TRIGGER coverage_delete BEFORE DELETE ON coverage
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'coverage' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'coverage: nothing is deleted; take it back with UPDATE coverage SET withdrawn = 1');
END;

CREATE TRIGGER note_insert BEFORE INSERT ON note BEGIN
  SELECT RAISE(ABORT, 'note: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'note: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM note WHERE id = NEW.id OR uid = NEW.uid);
END;
CREATE TRIGGER note_outside AFTER INSERT ON note WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE note SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER note_update BEFORE UPDATE ON note WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'note: id, uid, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.change IS NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO note_history SELECT NULL, (SELECT id FROM change_now), * FROM note WHERE id = OLD.id;
END;
CREATE TRIGGER note_delete BEFORE DELETE ON note
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'note' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'note: nothing is deleted; take it back with UPDATE note SET withdrawn = 1');
END;

CREATE TRIGGER judgement_insert BEFORE INSERT ON judgement BEGIN
  SELECT RAISE(ABORT, 'judgement: leave the column change empty')
  WHERE NEW.change IS NOT NULL AND NEW.change IS NOT (SELECT change FROM current_change);
  SELECT RAISE(ABORT, 'judgement: the row is already there; use UPDATE')
  WHERE EXISTS (SELECT 1 FROM judgement WHERE id = NEW.id OR uid = NEW.uid);
END;
CREATE TRIGGER judgement_outside AFTER INSERT ON judgement WHEN NEW.change IS NULL BEGIN
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  UPDATE judgement SET change = (SELECT id FROM change_now) WHERE id = NEW.id;
END;
CREATE TRIGGER judgement_update BEFORE UPDATE ON judgement WHEN OLD.change IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'judgement: id, uid, change of a row never change')
  WHERE NEW.id IS NOT OLD.id OR NEW.uid IS NOT OLD.uid OR NEW.change IS NOT OLD.change;
  INSERT INTO change (at, analyst, why) SELECT at, analyst, why FROM outside;
  INSERT INTO judgement_history SELECT NULL, (SELECT id FROM change_now), * FROM judgement WHERE id = OLD.id;
END;
CREATE TRIGGER judgement_delete BEFORE DELETE ON judgement
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE record_table = 'judgement' AND record = OLD.id) BEGIN
  SELECT RAISE(ABORT, 'judgement: nothing is deleted; take it back with UPDATE judgement SET withdrawn = 1');
END;

-- What is read from texts, in the order of the texts: a row is found by its document, and no index holds it a second
-- time. These tables are derived and written by the program alone, a million rows at a go; what it cannot get wrong is
-- not looked up again for each row.

ALTER TABLE passage RENAME TO passage_before;

-- A part of a text.
CREATE TABLE passage (
  document  INTEGER NOT NULL,             -- the document's number
  kind      TEXT NOT NULL,                -- title, heading, paragraph, sentence
  position  INTEGER NOT NULL,             -- among those of its kind, from 0
  starts    INTEGER NOT NULL,             -- byte offset into the document's text
  ends      INTEGER NOT NULL,             -- byte offset after it
  PRIMARY KEY (document, starts, kind, position)
) STRICT, WITHOUT ROWID;
INSERT INTO passage SELECT document, kind, position, starts, ends FROM passage_before;
DROP TABLE passage_before;

-- With which names and rules a text was read last.
CREATE TABLE reading (
  document  INTEGER PRIMARY KEY,          -- the document's number
  rules     TEXT NOT NULL                 -- version of names and rules
) STRICT;
INSERT INTO reading SELECT document, max(rules) FROM mention GROUP BY document;

ALTER TABLE mention RENAME TO mention_before;

-- A span that names something.
CREATE TABLE mention (
  document  INTEGER NOT NULL,             -- the document's number
  position  INTEGER NOT NULL,             -- among those of its text, from 0, in order of place
  starts    INTEGER NOT NULL,             -- byte offset into the document's text
  ends      INTEGER NOT NULL,             -- byte offset after it
  kind      TEXT NOT NULL,                -- actor, sector, mechanism, instrument, area, place, state, date, amount
  code      TEXT,                         -- vocabulary code, country, EDTF date or "amount currency"; none of an actor
  actor     INTEGER,                      -- the actor's number, of kind actor only
  PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;
INSERT INTO mention
SELECT document, row_number() OVER (PARTITION BY document ORDER BY id) - 1, starts, ends, kind, code, actor
FROM mention_before;
DROP TABLE mention_before;
CREATE INDEX mention_actor ON mention (actor) WHERE actor IS NOT NULL;

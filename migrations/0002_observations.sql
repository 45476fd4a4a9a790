-- Observations, their evidence, what is proposed from texts, and what analysts add. Conventions: 0001_model.sql.

-- One undertaking over time; its observations are its stages.
CREATE TABLE initiative (
  id           INTEGER PRIMARY KEY,
  uid          TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
  code         TEXT NOT NULL UNIQUE CHECK (code <> ''),
  title        TEXT NOT NULL,
  note         TEXT,
  status       TEXT,                      -- a stage code, or unknown
  tlp          TEXT NOT NULL REFERENCES label (code),
  provisional  INTEGER NOT NULL DEFAULT 0 CHECK (provisional IN (0, 1)),
  withdrawn    INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change       INTEGER REFERENCES change (id)
) STRICT;

-- One dated act that an analyst stands behind.
CREATE TABLE observation (
  id            INTEGER PRIMARY KEY,
  uid           TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
  dataset       TEXT,                     -- data set it was loaded from; empty when typed
  source_id     TEXT,                     -- its id there
  loaded        TEXT CHECK (length(loaded) = 64),  -- SHA-256 of the row as loaded: tells a repeat from a change
  occurred      TEXT NOT NULL CHECK (occurred <> ''),  -- EDTF: when the act took place; no default
  earliest      INTEGER,                  -- first possible day of occurred
  latest        INTEGER,                  -- last possible day of occurred
  title         TEXT NOT NULL CHECK (title <> ''),
  summary       TEXT,
  mechanism     TEXT NOT NULL REFERENCES mechanism (code),
  instrument    TEXT REFERENCES instrument (code),
  effect        TEXT REFERENCES effect (code),
  stage         TEXT REFERENCES stage (code),
  due           TEXT,                     -- EDTF: target date of a promise
  due_earliest  INTEGER,
  due_latest    INTEGER,
  flow          TEXT REFERENCES flow (code),
  military      TEXT CHECK (military IN ('none-known', 'party', 'end-use', 'weapon')),
  place         TEXT,                     -- city
  country       TEXT,                     -- ISO 3166, two letters; several joined by ;
  amount        REAL CHECK (amount >= 0), -- in full units of currency
  currency      TEXT CHECK (length(currency) = 3),  -- ISO 4217
  amount_kind   TEXT CHECK (amount_kind IN ('committed', 'target', 'upper-bound', 'lower-bound', 'valuation', 'per-year', 'portfolio')),
  umbrella      INTEGER NOT NULL DEFAULT 0 CHECK (umbrella IN (0, 1)),      -- 1: sums up parts that are rows of their own
  multilateral  INTEGER NOT NULL DEFAULT 0 CHECK (multilateral IN (0, 1)),  -- 1: others took part
  pressure_on   TEXT CHECK (pressure_on IN ('link', 'cn', 'ru')),           -- pressure only
  tlp           TEXT NOT NULL REFERENCES label (code),
  recorded      TEXT NOT NULL CHECK (recorded GLOB '????-??-??T??:??:??Z'),  -- instant its first desk knew it; travels with the row
  withdrawn     INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change        INTEGER REFERENCES change (id),
  CHECK (earliest <= latest),
  CHECK (due_earliest <= due_latest),
  CHECK ((amount IS NULL) = (currency IS NULL)),
  CHECK (amount_kind IS NULL OR amount IS NOT NULL),
  CHECK (pressure_on IS NULL OR mechanism = 'pressure'),
  CHECK (effect IS NULL OR (effect = 'context') = (mechanism = 'pressure'))
) STRICT;
CREATE INDEX observation_earliest ON observation (earliest);
CREATE INDEX observation_mechanism ON observation (mechanism);
CREATE INDEX observation_source_id ON observation (source_id);

-- The technologies of an observation, most specific codes only.
CREATE TABLE observation_sector (
  id           INTEGER PRIMARY KEY,
  observation  INTEGER NOT NULL REFERENCES observation (id),
  sector       TEXT NOT NULL REFERENCES sector (code),
  position     INTEGER NOT NULL,
  withdrawn    INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change       INTEGER REFERENCES change (id),
  UNIQUE (observation, sector)
) STRICT;

-- An actor's part in an observation: one part each; a host takes part too.
CREATE TABLE participation (
  id           INTEGER PRIMARY KEY,
  observation  INTEGER NOT NULL REFERENCES observation (id),
  actor        INTEGER NOT NULL REFERENCES actor (id),
  role         TEXT NOT NULL CHECK (role IN ('party', 'host', 'target', 'sanctioner')),
  side         TEXT NOT NULL CHECK (side IN ('cn', 'ru', 'joint', 'intl', 'other')),
  position     INTEGER NOT NULL,
  withdrawn    INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change       INTEGER REFERENCES change (id),
  UNIQUE (observation, actor)
) STRICT;
CREATE INDEX participation_actor ON participation (actor);

-- The undertakings that an observation is a stage of.
CREATE TABLE observation_initiative (
  id           INTEGER PRIMARY KEY,
  observation  INTEGER NOT NULL REFERENCES observation (id),
  initiative   INTEGER NOT NULL REFERENCES initiative (id),
  position     INTEGER NOT NULL,
  withdrawn    INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change       INTEGER REFERENCES change (id),
  UNIQUE (observation, initiative)
) STRICT;
CREATE INDEX observation_initiative_initiative ON observation_initiative (initiative);

-- Free labels of analysts.
CREATE TABLE observation_tag (
  id           INTEGER PRIMARY KEY,
  observation  INTEGER NOT NULL REFERENCES observation (id),
  tag          TEXT NOT NULL CHECK (tag <> ''),
  position     INTEGER NOT NULL,
  withdrawn    INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change       INTEGER REFERENCES change (id),
  UNIQUE (observation, tag)
) STRICT;

-- Columns of a loaded table that the model has no place for, kept word for word.
CREATE TABLE observation_extra (
  id           INTEGER PRIMARY KEY,
  observation  INTEGER NOT NULL REFERENCES observation (id),
  name         TEXT NOT NULL CHECK (name <> ''),
  value        TEXT NOT NULL,
  withdrawn    INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change       INTEGER REFERENCES change (id),
  UNIQUE (observation, name)
) STRICT;

-- Why we believe an observation, and what each text claims about it.
CREATE TABLE evidence (
  id               INTEGER PRIMARY KEY,
  uid              TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
  observation      INTEGER NOT NULL REFERENCES observation (id),
  document         INTEGER NOT NULL REFERENCES document (id),
  main             INTEGER NOT NULL DEFAULT 0 CHECK (main IN (0, 1)),  -- 1: the source given with the observation
  provisional      INTEGER NOT NULL DEFAULT 0 CHECK (provisional IN (0, 1)),  -- 1: made from the observation's own row
  starts           INTEGER,               -- byte offset of the passage in the document's text
  ends             INTEGER,               -- byte offset after it
  stance           TEXT NOT NULL CHECK (stance IN ('supports', 'partly', 'contradicts', 'disputes')),
  credibility      INTEGER CHECK (credibility BETWEEN 1 AND 6),        -- Admiralty number; 6: cannot be judged
  attribution      TEXT CHECK (attribution IN ('official-document', 'named-official', 'company', 'unnamed-source',
                     'leak', 'own-investigation', 'data')),
  claim_date       TEXT,                  -- EDTF, as this text has it
  claim_earliest   INTEGER,               -- first possible day of claim_date
  claim_latest     INTEGER,               -- last possible day of claim_date
  claim_amount     REAL,
  claim_currency   TEXT CHECK (length(claim_currency) = 3),
  claim_amount_kind  TEXT,                -- as amount_kind of an observation
  claim_stage      TEXT REFERENCES stage (code),
  cited_url        TEXT,                  -- address, title, outlet, day and language as cited here, where the
  cited_title      TEXT,                  -- document has another; '' where the citation leaves it out
  cited_outlet     TEXT,
  cited_published  TEXT,
  cited_language   TEXT,
  quote            TEXT,
  translation      TEXT,
  translator       TEXT,
  note             TEXT,
  tlp              TEXT NOT NULL REFERENCES label (code),
  recorded         TEXT NOT NULL CHECK (recorded GLOB '????-??-??T??:??:??Z'),  -- instant its first desk knew it; travels with the row
  withdrawn        INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change           INTEGER REFERENCES change (id),
  CHECK ((starts IS NULL) = (ends IS NULL)),
  CHECK (starts < ends)
) STRICT;
CREATE INDEX evidence_observation ON evidence (observation);
CREATE INDEX evidence_document ON evidence (document);
CREATE UNIQUE INDEX evidence_main ON evidence (observation) WHERE main = 1 AND withdrawn = 0;

-- ---------------------------------------------------------------------------------------------------------
-- Read from texts. The first six tables are derived: remade from the documents by the rules, no history.

-- A part of a text: title, heading, paragraph, sentence.
CREATE TABLE passage (
  id        INTEGER PRIMARY KEY,
  document  INTEGER NOT NULL REFERENCES document (id),
  kind      TEXT NOT NULL CHECK (kind IN ('title', 'heading', 'paragraph', 'sentence')),
  position  INTEGER NOT NULL,
  starts    INTEGER NOT NULL,             -- byte offset into the document's text
  ends      INTEGER NOT NULL,             -- byte offset after it
  CHECK (starts < ends)
) STRICT;
CREATE INDEX passage_document ON passage (document, starts);

-- A span that names something.
CREATE TABLE mention (
  id        INTEGER PRIMARY KEY,
  document  INTEGER NOT NULL REFERENCES document (id),
  kind      TEXT NOT NULL,                -- actor, sector, mechanism, area, place, state, date, amount
  code      TEXT,                         -- vocabulary code, country, EDTF date or "amount currency"
  actor     INTEGER REFERENCES actor (id),
  starts    INTEGER NOT NULL,
  ends      INTEGER NOT NULL,
  rules     TEXT NOT NULL,                -- version of names and rules that found it
  CHECK (starts < ends)
) STRICT;
CREATE INDEX mention_document ON mention (document, starts);
CREATE INDEX mention_actor ON mention (actor);

-- A proposed observation. Every field has its span in candidate_span, _sector or _actor.
CREATE TABLE candidate (
  id           INTEGER PRIMARY KEY,
  uid          TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
  document     INTEGER NOT NULL REFERENCES document (id),
  starts       INTEGER NOT NULL,          -- the sentence it rests on
  ends         INTEGER NOT NULL,
  rule         TEXT NOT NULL,             -- the rule that made it
  rules        TEXT NOT NULL,             -- version of names and rules
  score        REAL NOT NULL,             -- 0 to 1: share of the asked fields that a span supports
  date         TEXT,                      -- EDTF
  earliest     INTEGER,
  latest       INTEGER,
  mechanism    TEXT REFERENCES mechanism (code),
  instrument   TEXT REFERENCES instrument (code),
  effect       TEXT REFERENCES effect (code),
  stage        TEXT REFERENCES stage (code),
  flow         TEXT REFERENCES flow (code),
  modality     TEXT NOT NULL CHECK (modality IN ('actual', 'planned', 'denied')),
  amount       REAL,
  currency     TEXT,
  amount_kind  TEXT,
  CHECK (starts < ends)
) STRICT;
CREATE INDEX candidate_document ON candidate (document);

-- The sectors of a candidate, each with the span that names it.
CREATE TABLE candidate_sector (
  id         INTEGER PRIMARY KEY,
  candidate  INTEGER NOT NULL REFERENCES candidate (id),
  sector     TEXT NOT NULL REFERENCES sector (code),
  starts     INTEGER NOT NULL,
  ends       INTEGER NOT NULL
) STRICT;
CREATE INDEX candidate_sector_candidate ON candidate_sector (candidate);

-- The actors of a candidate, each with the span that names it.
CREATE TABLE candidate_actor (
  id         INTEGER PRIMARY KEY,
  candidate  INTEGER NOT NULL REFERENCES candidate (id),
  actor      INTEGER REFERENCES actor (id),
  name       TEXT NOT NULL,
  role       TEXT NOT NULL CHECK (role IN ('party', 'host', 'target', 'sanctioner')),
  side       TEXT NOT NULL CHECK (side IN ('cn', 'ru', 'joint', 'intl', 'other')),
  starts     INTEGER NOT NULL,
  ends       INTEGER NOT NULL
) STRICT;
CREATE INDEX candidate_actor_candidate ON candidate_actor (candidate);

-- The spans that support the other fields of a candidate.
CREATE TABLE candidate_span (
  id         INTEGER PRIMARY KEY,
  candidate  INTEGER NOT NULL REFERENCES candidate (id),
  field      TEXT NOT NULL,               -- a column of candidate
  starts     INTEGER NOT NULL,
  ends       INTEGER NOT NULL
) STRICT;
CREATE INDEX candidate_span_candidate ON candidate_span (candidate);

-- What a person decided about a candidate: truth, with its own copy of fields and spans. A candidate that holds several
-- acts is accepted once for each, with another observation.
CREATE TABLE decision (
  id           INTEGER PRIMARY KEY,
  uid          TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
  candidate    TEXT NOT NULL,             -- the candidate's uid: a candidate may be remade, this stays
  document     INTEGER NOT NULL REFERENCES document (id),
  verdict      TEXT NOT NULL CHECK (verdict IN ('accepted', 'rejected', 'merged')),
  observation  INTEGER REFERENCES observation (id),
  why          TEXT,
  rule         TEXT NOT NULL,
  rules        TEXT NOT NULL,
  score        REAL NOT NULL,
  starts       INTEGER NOT NULL,
  ends         INTEGER NOT NULL,
  withdrawn    INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change       INTEGER REFERENCES change (id),
  CHECK ((verdict = 'rejected') = (observation IS NULL))
) STRICT;
CREATE INDEX decision_candidate ON decision (candidate);
CREATE INDEX decision_document ON decision (document);
CREATE UNIQUE INDEX decision_once ON decision (candidate, observation) WHERE withdrawn = 0;
CREATE UNIQUE INDEX decision_rejected ON decision (candidate) WHERE verdict = 'rejected' AND withdrawn = 0;

-- The fields of a decided candidate as they were proposed, with their spans.
CREATE TABLE decision_field (
  id         INTEGER PRIMARY KEY,
  decision   INTEGER NOT NULL REFERENCES decision (id),
  field      TEXT NOT NULL,               -- date, mechanism, sector, actor ...
  value      TEXT NOT NULL,               -- as proposed; an actor's name, a code, a number
  side       TEXT,                        -- of an actor
  role       TEXT,                        -- of an actor
  actor      INTEGER REFERENCES actor (id),
  starts     INTEGER,
  ends       INTEGER,
  withdrawn  INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change     INTEGER REFERENCES change (id)
) STRICT;
CREATE INDEX decision_field_decision ON decision_field (decision);

-- ---------------------------------------------------------------------------------------------------------
-- What stands beside the observations

-- One value of a measured series. Never mixed into counts of events.
CREATE TABLE indicator (
  id         INTEGER PRIMARY KEY,
  uid        TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
  series     TEXT NOT NULL CHECK (series <> ''),
  period     TEXT NOT NULL,               -- EDTF
  earliest   INTEGER,
  latest     INTEGER,
  value      REAL NOT NULL,
  unit       TEXT NOT NULL,
  document   INTEGER REFERENCES document (id),
  note       TEXT,
  tlp        TEXT NOT NULL REFERENCES label (code),
  withdrawn  INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change     INTEGER REFERENCES change (id),
  CHECK (earliest <= latest)
) STRICT;
CREATE INDEX indicator_series ON indicator (series, earliest);

-- Which source was looked at, how, from when to when. Without a watch there is no verdict about the world.
CREATE TABLE coverage (
  id         INTEGER PRIMARY KEY,
  uid        TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
  source     TEXT NOT NULL CHECK (source <> ''),
  kind       TEXT NOT NULL CHECK (kind IN ('watch', 'convenience')),  -- watch: read regularly and whole
  outlet     INTEGER REFERENCES outlet (id),
  starts     INTEGER NOT NULL,            -- first day
  ends       INTEGER,                     -- last day; NULL: still going on
  how        TEXT NOT NULL,
  tlp        TEXT NOT NULL REFERENCES label (code),
  withdrawn  INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change     INTEGER REFERENCES change (id),
  CHECK (starts <= ends)
) STRICT;

-- An analyst's comment on one thing.
CREATE TABLE note (
  id           INTEGER PRIMARY KEY,
  uid          TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
  observation  INTEGER REFERENCES observation (id),
  initiative   INTEGER REFERENCES initiative (id),
  actor        INTEGER REFERENCES actor (id),
  document     INTEGER REFERENCES document (id),
  outlet       INTEGER REFERENCES outlet (id),
  evidence     INTEGER REFERENCES evidence (id),
  body         TEXT NOT NULL CHECK (body <> ''),
  tlp          TEXT NOT NULL REFERENCES label (code),
  withdrawn    INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change       INTEGER REFERENCES change (id),
  CHECK ((observation IS NOT NULL) + (initiative IS NOT NULL) + (actor IS NOT NULL) + (document IS NOT NULL)
    + (outlet IS NOT NULL) + (evidence IS NOT NULL) = 1)
) STRICT;

-- A typed assessment: a likelihood or a confidence, never both in one sentence (ICD 203).
CREATE TABLE judgement (
  id           INTEGER PRIMARY KEY,
  uid          TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
  observation  INTEGER REFERENCES observation (id),
  initiative   INTEGER REFERENCES initiative (id),
  actor        INTEGER REFERENCES actor (id),
  sentence     TEXT NOT NULL CHECK (sentence <> ''),
  likelihood   TEXT CHECK (likelihood IN ('almost no chance', 'very unlikely', 'unlikely', 'roughly even chance',
                 'likely', 'very likely', 'almost certain')),
  confidence   TEXT CHECK (confidence IN ('low', 'moderate', 'high')),
  basis        TEXT NOT NULL CHECK (basis <> ''),
  tlp          TEXT NOT NULL REFERENCES label (code),
  withdrawn    INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change       INTEGER REFERENCES change (id),
  CHECK ((likelihood IS NULL) <> (confidence IS NULL)),
  CHECK ((observation IS NOT NULL) + (initiative IS NOT NULL) + (actor IS NOT NULL) <= 1)
) STRICT;

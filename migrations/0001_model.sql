-- Entente: the model. Truth only grows: nothing in these tables is deleted (see 0003_history.sql).
-- Conventions of every table of truth:
--   id         short number that people type with a letter in front (o279, d12); never reused for another row
--   uid        identity across files: UUIDv7 for what is typed, UUIDv8 from SHA-256 for what is loaded
--   withdrawn  1: taken back by a person; the row stays, no view shows it
--   change     the change that entered the row; left empty by hand-written SQL and filled by a trigger
-- Days are integers since 1970-01-01 (date(day * 86400, 'unixepoch') prints one); instants are UTC text.
-- Dates known in part are EDTF level 1 text with their first and last possible day beside them; an open or
-- unknown end has no day.

PRAGMA application_id = 1164866660;  -- "Ent" and a d: this is an Entente file

-- ---------------------------------------------------------------------------------------------------------
-- The file itself

-- Which migrations made this schema.
CREATE TABLE migration (
  id       INTEGER PRIMARY KEY,
  name     TEXT NOT NULL,
  sha256   TEXT NOT NULL CHECK (length(sha256) = 64),  -- of the migration's text
  applied  TEXT NOT NULL                               -- instant
) STRICT;

-- What the derived things were made from: the hash of derived.sql, the schema it was checked with, the
-- version of the names and rules. Not truth: `entente rebuild` writes it anew.
CREATE TABLE derived_state (
  name   TEXT PRIMARY KEY,
  value  TEXT NOT NULL
) STRICT;

-- One run of a loading command, or one session at the keyboard.
CREATE TABLE batch (
  id       INTEGER PRIMARY KEY,
  uid      TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
  kind     TEXT NOT NULL CHECK (kind IN ('live', 'backfill')),  -- delays are learned from live ones only
  started  TEXT NOT NULL CHECK (started GLOB '????-??-??T??:??:??Z'),  -- instant
  source   TEXT,                                                -- path that was loaded; empty when typed
  note     TEXT
) STRICT;

-- One act of changing the file: who, when, why. Rows and superseded versions point here.
CREATE TABLE change (
  id       INTEGER PRIMARY KEY,
  at       TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??Z'),  -- instant it was made in this file; as-of reads this clock
  analyst  TEXT NOT NULL,
  why      TEXT NOT NULL,
  batch    INTEGER REFERENCES batch (id)
) STRICT;
CREATE INDEX change_at ON change (at);

-- The change being made now; empty between transactions. With none, triggers write "outside the program".
CREATE TABLE current_change (
  only_row  INTEGER PRIMARY KEY CHECK (only_row = 1),
  change    INTEGER REFERENCES change (id)
) STRICT;
INSERT INTO current_change (only_row, change) VALUES (1, NULL);

-- What the law made us erase: the only way a row of truth, or a version of one, may go. A row is written here first, in
-- the same change; what is left is that something stood there, and why it went.
CREATE TABLE erasure (
  id            INTEGER PRIMARY KEY,
  record_table  TEXT NOT NULL,              -- table the row stood in
  record        INTEGER NOT NULL,           -- its id
  uid           TEXT,                       -- its uid, where it had one: it is not loaded again
  why           TEXT NOT NULL CHECK (why <> ''),
  change        INTEGER NOT NULL REFERENCES change (id)
) STRICT;
CREATE INDEX erasure_record ON erasure (record_table, record);

-- Markings of TLP 2.0. A higher rank is shared with fewer people.
CREATE TABLE label (
  code  TEXT PRIMARY KEY,
  rank  INTEGER NOT NULL UNIQUE
) STRICT;
INSERT INTO label (code, rank) VALUES ('CLEAR', 0), ('GREEN', 1), ('AMBER', 2), ('AMBER+STRICT', 3), ('RED', 4);

-- Settings of this file, e.g. default_tlp: the label that unmarked input takes.
CREATE TABLE setting (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE,
  value      TEXT NOT NULL,
  withdrawn  INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change     INTEGER REFERENCES change (id)
) STRICT;

-- ---------------------------------------------------------------------------------------------------------
-- Vocabularies: data, not code. `position` is the order of display and, for mechanisms, of precedence.

-- The form of cooperation; an observation has the first that fits.
CREATE TABLE mechanism (
  id          INTEGER PRIMARY KEY,
  code        TEXT NOT NULL UNIQUE,
  label       TEXT NOT NULL,
  definition  TEXT NOT NULL,
  include     TEXT,                       -- what belongs here although it might seem not to
  exclude     TEXT,                       -- what does not belong here although it might seem to
  example     TEXT,                       -- id of an observation of the starting data
  position    INTEGER NOT NULL,           -- precedence: 1 is tried first
  key_area    INTEGER NOT NULL DEFAULT 0 CHECK (key_area IN (0, 1)),  -- one of the five areas to track
  withdrawn   INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change      INTEGER REFERENCES change (id)
) STRICT;

-- How an act was sealed.
CREATE TABLE instrument (
  id          INTEGER PRIMARY KEY,
  code        TEXT NOT NULL UNIQUE,
  label       TEXT NOT NULL,
  definition  TEXT NOT NULL,
  include     TEXT,
  exclude     TEXT,
  example     TEXT,
  position    INTEGER NOT NULL,
  withdrawn   INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change      INTEGER REFERENCES change (id)
) STRICT;

-- Technology. Observations carry the most specific code; parents are counted with their children.
CREATE TABLE sector (
  id          INTEGER PRIMARY KEY,
  code        TEXT NOT NULL UNIQUE,
  label       TEXT NOT NULL,
  definition  TEXT NOT NULL,
  include     TEXT,
  exclude     TEXT,
  example     TEXT,
  parent      TEXT REFERENCES sector (code),
  dual_use    TEXT NOT NULL CHECK (dual_use IN ('yes', 'no', 'mixed')),
  position    INTEGER NOT NULL,
  withdrawn   INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change      INTEGER REFERENCES change (id)
) STRICT;

-- What an act does to the link: advances, sets-back, statement, context.
CREATE TABLE effect (
  id          INTEGER PRIMARY KEY,
  code        TEXT NOT NULL UNIQUE,
  label       TEXT NOT NULL,
  definition  TEXT NOT NULL,
  include     TEXT,
  exclude     TEXT,
  example     TEXT,
  position    INTEGER NOT NULL,
  withdrawn   INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change      INTEGER REFERENCES change (id)
) STRICT;

-- How far the undertaking had come, as of the act.
CREATE TABLE stage (
  id          INTEGER PRIMARY KEY,
  code        TEXT NOT NULL UNIQUE,
  label       TEXT NOT NULL,
  definition  TEXT NOT NULL,
  include     TEXT,
  exclude     TEXT,
  example     TEXT,
  position    INTEGER NOT NULL,
  withdrawn   INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change      INTEGER REFERENCES change (id)
) STRICT;

-- Who gives to whom.
CREATE TABLE flow (
  id          INTEGER PRIMARY KEY,
  code        TEXT NOT NULL UNIQUE,
  label       TEXT NOT NULL,
  definition  TEXT NOT NULL,
  include     TEXT,
  exclude     TEXT,
  example     TEXT,
  position    INTEGER NOT NULL,
  withdrawn   INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change      INTEGER REFERENCES change (id)
) STRICT;

-- Words by which texts name a code: the data of the rules.
CREATE TABLE cue (
  id         INTEGER PRIMARY KEY,
  kind       TEXT NOT NULL,               -- mechanism, sector, instrument, stage, effect, modality, area, place, state
  language   TEXT NOT NULL,               -- en, ru, zh
  code       TEXT NOT NULL,
  cue        TEXT NOT NULL,               -- word or phrase; a final * stands for any ending
  strength   TEXT NOT NULL DEFAULT 'strong' CHECK (strength IN ('strong', 'weak', 'metonym')),  -- weak: decides only
                                          -- where nothing else does; metonym: a capital that may stand for its state
  note       TEXT,
  withdrawn  INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change     INTEGER REFERENCES change (id),
  UNIQUE (kind, language, code, cue)
) STRICT;

-- ---------------------------------------------------------------------------------------------------------
-- Actors

-- An organisation, a state or a person, under one name of ours.
CREATE TABLE actor (
  id           INTEGER PRIMARY KEY,
  uid          TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
  name         TEXT NOT NULL UNIQUE CHECK (name <> ''),
  kind         TEXT NOT NULL CHECK (kind IN ('state', 'ministry', 'agency', 'company', 'fund', 'university',
                 'institute', 'media', 'joint', 'international', 'person', 'other')),
  side         TEXT NOT NULL CHECK (side IN ('cn', 'ru', 'joint', 'intl', 'other')),
  parent       INTEGER REFERENCES actor (id),   -- the body it is part of
  provisional  INTEGER NOT NULL DEFAULT 0 CHECK (provisional IN (0, 1)),  -- 1: named in passing, not yet described
  note         TEXT,
  withdrawn    INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change       INTEGER REFERENCES change (id),
  CHECK (parent IS NULL OR parent <> id)
) STRICT;

-- Further names, by language and script.
CREATE TABLE actor_alias (
  id         INTEGER PRIMARY KEY,
  actor      INTEGER NOT NULL REFERENCES actor (id),
  alias      TEXT NOT NULL CHECK (alias <> ''),
  language   TEXT NOT NULL,                     -- en, ru, zh ...
  script     TEXT NOT NULL CHECK (length(script) = 4),  -- ISO 15924: Latn, Cyrl, Hani ...; Zyyy: mixed
  ambiguous  INTEGER NOT NULL DEFAULT 0 CHECK (ambiguous IN (0, 1)),  -- 1: too short to stand alone, wants context
  position   INTEGER NOT NULL,
  withdrawn  INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change     INTEGER REFERENCES change (id),
  UNIQUE (actor, alias, language)
) STRICT;
CREATE INDEX actor_alias_alias ON actor_alias (alias);

-- A dated tie: an owner, an entry on a list, a military body it serves.
CREATE TABLE actor_tie (
  id         INTEGER PRIMARY KEY,
  uid        TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
  actor      INTEGER NOT NULL REFERENCES actor (id),
  kind       TEXT NOT NULL CHECK (kind IN ('owner', 'list', 'military', 'member', 'successor')),
  target     INTEGER REFERENCES actor (id),     -- the owner, the military body
  list       TEXT,                              -- the list's name, for kind list
  starts     TEXT,                              -- EDTF
  earliest   INTEGER,                           -- first possible day of starts
  ends       TEXT,                              -- EDTF
  latest     INTEGER,                           -- last possible day of ends
  document   INTEGER REFERENCES document (id),  -- where it is said
  note       TEXT,
  withdrawn  INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change     INTEGER REFERENCES change (id),
  CHECK ((target IS NULL) <> (list IS NULL))
) STRICT;

-- "These two are one": an edge, so that undoing it leaves every other edit where it was made.
CREATE TABLE actor_merge (
  id          INTEGER PRIMARY KEY,
  uid         TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
  actor       INTEGER NOT NULL REFERENCES actor (id),  -- counted under ...
  into_actor  INTEGER NOT NULL REFERENCES actor (id),  -- ... this one
  why         TEXT NOT NULL,
  withdrawn   INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change      INTEGER REFERENCES change (id),
  CHECK (actor <> into_actor)
) STRICT;
CREATE UNIQUE INDEX actor_merge_one ON actor_merge (actor) WHERE withdrawn = 0;

-- ---------------------------------------------------------------------------------------------------------
-- Sources

-- Who publishes.
CREATE TABLE outlet (
  id           INTEGER PRIMARY KEY,
  uid          TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
  name         TEXT NOT NULL UNIQUE CHECK (name <> ''),
  affiliation  TEXT CHECK (affiliation IN ('cn-state', 'ru-state', 'third-state', 'company', 'independent',
                 'academic', 'international')),
  provisional  INTEGER NOT NULL DEFAULT 0 CHECK (provisional IN (0, 1)),  -- 1: named in passing, not yet described
  withdrawn    INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change       INTEGER REFERENCES change (id)
) STRICT;

-- The hosts an outlet publishes on; country and language are the host's.
CREATE TABLE outlet_host (
  id         INTEGER PRIMARY KEY,
  outlet     INTEGER NOT NULL REFERENCES outlet (id),
  host       TEXT NOT NULL UNIQUE CHECK (host <> ''),
  country    TEXT,                        -- ISO 3166, two letters
  language   TEXT,
  note       TEXT,
  withdrawn  INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change     INTEGER REFERENCES change (id)
) STRICT;

-- How far an outlet can be relied on, from a day on. No row: ungraded, which is not F.
CREATE TABLE outlet_grade (
  id         INTEGER PRIMARY KEY,
  uid        TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
  outlet     INTEGER NOT NULL REFERENCES outlet (id),
  letter     TEXT NOT NULL CHECK (letter IN ('A', 'B', 'C', 'D', 'E', 'F')),  -- F: cannot be judged
  since      INTEGER NOT NULL,            -- day from which it holds
  why        TEXT NOT NULL CHECK (why <> ''),
  withdrawn  INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change     INTEGER REFERENCES change (id)
) STRICT;

-- One text received, or known by its address only.
CREATE TABLE document (
  id            INTEGER PRIMARY KEY,
  uid           TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
  sha256        TEXT UNIQUE CHECK (length(sha256) = 64),  -- of its own bytes; NULL: known by address only
  media         TEXT,                     -- media type, as text/plain
  encoding      TEXT,                     -- of the bytes received, where it is not UTF-8
  container     TEXT CHECK (length(container) = 64),  -- SHA-256 of the file it was a part of, if it was
  part          TEXT,                     -- where in that file
  path          TEXT,                     -- file it was read from, as typed
  url           TEXT,
  url_key       TEXT,                     -- url without what does not tell pages apart: identity of an address
  host          TEXT,                     -- of url
  title         TEXT,
  outlet        INTEGER REFERENCES outlet (id),
  language      TEXT,                     -- en, ru, zh; others are stored and searched, not read
  published     TEXT,                     -- EDTF
  earliest      INTEGER,                  -- first possible day of published
  latest        INTEGER,                  -- last possible day of published
  retrieved     TEXT,                     -- instant
  archived_url  TEXT,
  tlp           TEXT NOT NULL REFERENCES label (code),
  recorded      TEXT NOT NULL CHECK (recorded GLOB '????-??-??T??:??:??Z'),  -- instant its first desk knew it
  withdrawn     INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change        INTEGER REFERENCES change (id),
  -- held, or known by its address, or at least citable
  CHECK (coalesce(sha256, url, title, outlet) IS NOT NULL),
  CHECK (earliest <= latest)
) STRICT;
CREATE INDEX document_url ON document (url);
CREATE INDEX document_url_key ON document (url_key);
CREATE INDEX document_path ON document (path);
CREATE INDEX document_outlet ON document (outlet);

-- The text itself, apart so that lists of documents need not read past it.
CREATE TABLE document_text (
  id         INTEGER PRIMARY KEY REFERENCES document (id),
  original   BLOB NOT NULL,               -- the bytes received; spans count in these ...
  reading    TEXT,                        -- ... or, where there is one, in this UTF-8 reading of them; neither changes
  withdrawn  INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change     INTEGER REFERENCES change (id)
) STRICT;

-- Who wrote a text, in the order of its byline.
CREATE TABLE document_author (
  id         INTEGER PRIMARY KEY,
  document   INTEGER NOT NULL REFERENCES document (id),
  position   INTEGER NOT NULL,
  name       TEXT NOT NULL CHECK (name <> ''),
  withdrawn  INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change     INTEGER REFERENCES change (id),
  UNIQUE (document, position)
) STRICT;

-- The publisher's own headings for a text ("Related Categories").
CREATE TABLE document_category (
  id         INTEGER PRIMARY KEY,
  document   INTEGER NOT NULL REFERENCES document (id),
  position   INTEGER NOT NULL,
  name       TEXT NOT NULL CHECK (name <> ''),
  withdrawn  INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change     INTEGER REFERENCES change (id),
  UNIQUE (document, position)
) STRICT;

-- What a text, its metadata or its address says about itself. Claims may disagree; the document's own
-- columns hold what was concluded.
CREATE TABLE document_claim (
  id         INTEGER PRIMARY KEY,
  document   INTEGER NOT NULL REFERENCES document (id),
  field      TEXT NOT NULL CHECK (field IN ('published', 'title', 'outlet', 'authors', 'language', 'url')),
  value      TEXT NOT NULL,
  origin     TEXT NOT NULL CHECK (origin IN ('header', 'front-matter', 'dateline', 'metadata', 'url', 'table', 'analyst')),
  starts     INTEGER,                     -- byte offset into the text, where it stands there
  ends       INTEGER,                     -- byte offset after it
  withdrawn  INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change     INTEGER REFERENCES change (id),
  UNIQUE (document, field, value, origin)
) STRICT;

-- "This text is a copy of that one": edges that make groups of one origin.
CREATE TABLE same_origin (
  id         INTEGER PRIMARY KEY,
  uid        TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
  document   INTEGER NOT NULL REFERENCES document (id),
  original   INTEGER NOT NULL REFERENCES document (id),
  why        TEXT NOT NULL,
  score      REAL,                        -- 0 to 1 where a rule found it
  withdrawn  INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  change     INTEGER REFERENCES change (id),
  CHECK (document <> original)
) STRICT;
CREATE INDEX same_origin_document ON same_origin (document);
CREATE INDEX same_origin_original ON same_origin (original);
CREATE INDEX actor_tie_actor ON actor_tie (actor);
CREATE INDEX outlet_grade_outlet ON outlet_grade (outlet, since);

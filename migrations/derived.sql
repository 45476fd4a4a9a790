-- Views and the search index: dropped and remade whenever this text changes (`entente rebuild` does it too).
-- Nothing here is truth. Views need no function of ours: any SQLite client reads them.
-- Days are printed as YYYY-MM-DD; year, quarter and month are empty where the date is wider than that.

-- How each observation counts. By default a trend counts `counted` alone:
--   counted       advances the link, from stage signed on, bilateral, no sum of parts
--   pledge        advances, but only considered or pledged        set-back   withdrawn, refused, suspended, arrested
--   pressure      an outside act on the link                      statement  words only
--   multilateral  others took part     umbrella  sums up parts that are rows of their own     uncoded  no effect or stage
DROP VIEW IF EXISTS classified;
CREATE VIEW classified AS
SELECT
  o.id AS observation,
  CASE
    WHEN o.effect = 'statement' THEN 'statement'
    WHEN o.umbrella = 1 THEN 'umbrella'
    WHEN o.effect = 'context' THEN 'pressure'
    WHEN o.effect = 'sets-back' THEN 'set-back'
    WHEN o.multilateral = 1 THEN 'multilateral'
    WHEN o.effect = 'advances' AND o.stage IN ('signed', 'ratified', 'running', 'completed') THEN 'counted'
    WHEN o.effect = 'advances' AND o.stage IN ('considered', 'pledged') THEN 'pledge'
    ELSE 'uncoded'
  END AS series,
  o.earliest, o.latest,
  CASE WHEN strftime('%Y', o.earliest * 86400, 'unixepoch') = strftime('%Y', o.latest * 86400, 'unixepoch')
    THEN strftime('%Y', o.earliest * 86400, 'unixepoch') END AS year,
  CASE WHEN strftime('%Y', o.earliest * 86400, 'unixepoch') = strftime('%Y', o.latest * 86400, 'unixepoch')
      AND (strftime('%m', o.earliest * 86400, 'unixepoch') + 2) / 3 = (strftime('%m', o.latest * 86400, 'unixepoch') + 2) / 3
    THEN strftime('%Y', o.earliest * 86400, 'unixepoch') || '-Q' || ((strftime('%m', o.earliest * 86400, 'unixepoch') + 2) / 3) END AS quarter,
  CASE WHEN strftime('%Y-%m', o.earliest * 86400, 'unixepoch') = strftime('%Y-%m', o.latest * 86400, 'unixepoch')
    THEN strftime('%Y-%m', o.earliest * 86400, 'unixepoch') END AS month,
  o.mechanism, o.flow, o.tlp
FROM observation AS o
WHERE o.withdrawn = 0;

-- Each sector with itself and every sector above it.
DROP VIEW IF EXISTS sector_above;
CREATE VIEW sector_above AS
WITH RECURSIVE path (sector, above) AS (
  SELECT code, code FROM sector WHERE withdrawn = 0
  UNION
  SELECT path.sector, s.parent FROM path JOIN sector AS s ON s.code = path.above WHERE s.parent IS NOT NULL
)
SELECT sector, above FROM path;

-- What each actor is counted under: itself, or the end of its merges.
DROP VIEW IF EXISTS actor_canonical;
CREATE VIEW actor_canonical AS
SELECT a.id AS actor, coalesce(
  (SELECT p.above FROM actor_merge_path AS p WHERE p.actor = a.id
     AND NOT EXISTS (SELECT 1 FROM actor_merge AS m WHERE m.actor = p.above AND m.withdrawn = 0)), a.id) AS canonical
FROM actor AS a;

-- Who took part in what, under the name that counts. An actor that was withdrawn counts nowhere; one that is merged
-- counts under the other, whatever became of it.
DROP VIEW IF EXISTS participants;
CREATE VIEW participants AS
SELECT DISTINCT p.observation, a.id AS actor, a.name, p.role, p.side
FROM participation AS p
JOIN actor_canonical AS c ON c.actor = p.actor
JOIN actor AS a ON a.id = c.canonical
WHERE p.withdrawn = 0 AND a.withdrawn = 0;

-- Every observation under every code of every dimension: what `entente trend --by` counts. For example
--   SELECT code, year, count(*) FROM strata WHERE dimension = 'mechanism' AND series = 'counted' GROUP BY 1, 2;
-- A sector counts for those above it too; a pair is one Chinese and one Russian actor of one observation.
DROP VIEW IF EXISTS strata;
CREATE VIEW strata AS
SELECT c.observation, 'mechanism' AS dimension, o.mechanism AS code, c.series, c.year, c.quarter, c.month, c.earliest, c.latest
FROM classified AS c JOIN observation AS o ON o.id = c.observation
UNION ALL
SELECT c.observation, 'flow', coalesce(o.flow, 'unknown'), c.series, c.year, c.quarter, c.month, c.earliest, c.latest
FROM classified AS c JOIN observation AS o ON o.id = c.observation
UNION ALL
SELECT DISTINCT c.observation, 'sector', s.above, c.series, c.year, c.quarter, c.month, c.earliest, c.latest
FROM classified AS c
JOIN observation_sector AS os ON os.observation = c.observation AND os.withdrawn = 0
JOIN sector_above AS s ON s.sector = os.sector
UNION ALL
SELECT DISTINCT c.observation, 'actor', p.name, c.series, c.year, c.quarter, c.month, c.earliest, c.latest
FROM classified AS c JOIN participants AS p ON p.observation = c.observation
UNION ALL
SELECT DISTINCT c.observation, 'pair', cn.name || ' - ' || ru.name, c.series, c.year, c.quarter, c.month, c.earliest, c.latest
FROM classified AS c
JOIN participants AS cn ON cn.observation = c.observation AND cn.side = 'cn'
JOIN participants AS ru ON ru.observation = c.observation AND ru.side = 'ru'
UNION ALL
SELECT c.observation, 'initiative', i.code, c.series, c.year, c.quarter, c.month, c.earliest, c.latest
FROM classified AS c
JOIN observation_initiative AS oi ON oi.observation = c.observation AND oi.withdrawn = 0
JOIN initiative AS i ON i.id = oi.initiative;

-- How precise the date of each observation is, in the codes of two collections of events; derived, never stored.
--   acled_time_precision  1 the day   2 within a week        3 within a month
--   ucdp_date_prec        1 the day   2 two to six days      3 a week   4 up to a month   5 up to a year
-- Empty where neither has a code: a wider date, an open or unknown end. About (~ or %) is one code wider than written.
DROP VIEW IF EXISTS date_precision;
CREATE VIEW date_precision AS
SELECT 'o' || x.id AS id, x.uid, x.occurred AS event_date, date(x.earliest * 86400, 'unixepoch') AS first_day,
  date(x.latest * 86400, 'unixepoch') AS last_day,
  CASE WHEN x.acled + x.about <= 3 THEN x.acled + x.about END AS acled_time_precision,
  CASE WHEN x.ucdp + x.about <= 5 THEN x.ucdp + x.about END AS ucdp_date_prec, x.id AS sort
FROM (
  SELECT o.id, o.uid, o.occurred, o.earliest, o.latest,
    CASE WHEN o.latest = o.earliest THEN 1 WHEN o.latest - o.earliest < 7 THEN 2 WHEN o.latest - o.earliest < 31 THEN 3 END AS acled,
    CASE WHEN o.latest = o.earliest THEN 1 WHEN o.latest - o.earliest < 6 THEN 2 WHEN o.latest - o.earliest < 7 THEN 3
      WHEN o.latest - o.earliest < 31 THEN 4 WHEN o.latest - o.earliest < 366 THEN 5 END AS ucdp,
    instr(o.occurred, '~') > 0 OR instr(o.occurred, '%') > 0 AS about
  FROM observation AS o WHERE o.withdrawn = 0) AS x;

-- How precise the place of each observation is, in the codes of the same two collections; derived, never stored. What kind
-- of place a name is stands in the first word of the note of its cue of kind place: city, region (a province or the
-- like) or area (wider).
--   acled_geo_precision  1 a city                     3 a region or area
--   ucdp_where_prec      1 a city  4 a region  5 an area  6 the country alone
-- 0, in both: no place and no country is said. Of several places the vaguest counts. Empty: the place is none of these, as a
-- name that is not among the cues, or a country, for which ACLED has no code.
DROP VIEW IF EXISTS place_precision;
CREATE VIEW place_precision AS
WITH RECURSIVE named (observation, name, rest) AS (
  SELECT o.id, NULL, o.place || ';' FROM observation AS o WHERE o.withdrawn = 0 AND o.place IS NOT NULL
  UNION ALL
  SELECT observation, trim(substr(rest, 1, instr(rest, ';') - 1)), substr(rest, instr(rest, ';') + 1) FROM named WHERE rest <> ''
), gazetteer (name, acled, ucdp) AS MATERIALIZED (
  SELECT rtrim(c.cue, '*'), max(CASE WHEN c.note LIKE 'city %' THEN 1 WHEN c.note LIKE 'region %' OR c.note LIKE 'area %' THEN 3 END),
    max(CASE WHEN c.note LIKE 'city %' THEN 1 WHEN c.note LIKE 'region %' THEN 4 WHEN c.note LIKE 'area %' THEN 5
      WHEN c.note LIKE 'country %' THEN 6 END)
  FROM cue AS c WHERE c.kind = 'place' AND c.withdrawn = 0 AND c.note NOT LIKE '%: adjective%' GROUP BY 1
), vaguest (observation, acled, ucdp) AS MATERIALIZED (
  SELECT n.observation, CASE WHEN count(*) = count(g.acled) THEN max(g.acled) END,
    CASE WHEN count(*) = count(g.ucdp) THEN max(g.ucdp) END
  FROM named AS n LEFT JOIN gazetteer AS g ON g.name = n.name WHERE n.name <> '' GROUP BY n.observation
)
SELECT 'o' || o.id AS id, o.uid, o.place, o.country,
  CASE WHEN o.place IS NULL AND o.country IS NULL THEN 0 ELSE v.acled END AS acled_geo_precision,
  CASE WHEN o.place IS NULL AND o.country IS NULL THEN 0 WHEN o.place IS NULL THEN 6 ELSE v.ucdp END AS ucdp_where_prec, o.id AS sort
FROM observation AS o LEFT JOIN vaguest AS v ON v.observation = o.id
WHERE o.withdrawn = 0;

-- The letter of each outlet today; no row: ungraded.
DROP VIEW IF EXISTS outlet_letters;
CREATE VIEW outlet_letters AS
SELECT g.outlet, g.letter, date(g.since * 86400, 'unixepoch') AS since, g.why
FROM outlet_grade AS g
WHERE g.withdrawn = 0
  AND g.id = (SELECT b.id FROM outlet_grade AS b WHERE b.outlet = g.outlet AND b.withdrawn = 0
              ORDER BY b.since DESC, b.id DESC LIMIT 1);

-- What each document is a copy of: the earliest published, else the earliest received, of those that the edges of
-- same_origin connect it with; itself where it is no copy. `copies` counts the others of one origin.
DROP VIEW IF EXISTS origins;
CREATE VIEW origins AS
SELECT d.id AS document,
  (WITH RECURSIVE reach (member) AS (
     SELECT d.id
     UNION SELECT s.original FROM reach JOIN same_origin AS s ON s.document = reach.member AND s.withdrawn = 0
     UNION SELECT s.document FROM reach JOIN same_origin AS s ON s.original = reach.member AND s.withdrawn = 0)
   SELECT m.id FROM reach JOIN document AS m ON m.id = reach.member AND m.withdrawn = 0
   ORDER BY m.latest IS NULL, m.latest, m.recorded, m.id LIMIT 1) AS origin,
  (WITH RECURSIVE reach (member) AS (
     SELECT d.id
     UNION SELECT s.original FROM reach JOIN same_origin AS s ON s.document = reach.member AND s.withdrawn = 0
     UNION SELECT s.document FROM reach JOIN same_origin AS s ON s.original = reach.member AND s.withdrawn = 0)
   SELECT count(*) - 1 FROM reach JOIN document AS m ON m.id = reach.member AND m.withdrawn = 0) AS copies
FROM document AS d
WHERE d.withdrawn = 0;

-- The groups of one origin, one row a document that is a copy, with the reason. To join or part documents use
-- `entente copies`.
DROP VIEW IF EXISTS copies;
CREATE VIEW copies AS
SELECT 'd' || c.document AS document, 'd' || c.origin AS origin, d.title, out.name AS outlet, d.published,
  coalesce(
    (SELECT s.score FROM same_origin AS s WHERE s.document = c.document AND s.withdrawn = 0 ORDER BY s.score DESC, s.id LIMIT 1),
    (SELECT s.score FROM same_origin AS s WHERE s.original = c.document AND s.withdrawn = 0 ORDER BY s.score DESC, s.id LIMIT 1)) AS score,
  coalesce(
    (SELECT s.why FROM same_origin AS s WHERE s.document = c.document AND s.withdrawn = 0 ORDER BY s.score DESC, s.id LIMIT 1),
    (SELECT s.why FROM same_origin AS s WHERE s.original = c.document AND s.withdrawn = 0 ORDER BY s.score DESC, s.id LIMIT 1)) AS why,
  c.document AS number, c.origin AS origin_number
FROM origins AS c
JOIN document AS d ON d.id = c.document
LEFT JOIN outlet AS out ON out.id = d.outlet
WHERE c.origin <> c.document AND c.document IN (SELECT document FROM same_origin UNION SELECT original FROM same_origin);

-- On which side an outlet stands: cn, ru or third, by its affiliation; where that names no state (company, independent,
-- academic) by the country of all its hosts. Empty: it cannot be told.
DROP VIEW IF EXISTS outlet_sides;
CREATE VIEW outlet_sides AS
SELECT out.id AS outlet, out.name,
  CASE WHEN out.affiliation = 'cn-state' THEN 'cn' WHEN out.affiliation = 'ru-state' THEN 'ru'
    WHEN out.affiliation IN ('third-state', 'international') THEN 'third'
    ELSE (SELECT CASE WHEN sum(h.country NOT IN ('CN', 'RU')) = count(h.country) AND count(h.country) > 0 THEN 'third'
                   WHEN min(h.country) = max(h.country) THEN lower(min(h.country)) END
          FROM outlet_host AS h WHERE h.outlet = out.id AND h.withdrawn = 0) END AS side
FROM outlet AS out
WHERE out.withdrawn = 0;

-- Which outlet a piece of evidence is from: the one that is cited, else the document's.
DROP VIEW IF EXISTS evidence_outlet;
CREATE VIEW evidence_outlet AS
SELECT e.id AS evidence, e.observation, e.document, e.stance,
  coalesce((SELECT n.id FROM outlet AS n WHERE n.name = e.cited_outlet), d.outlet) AS outlet
FROM evidence AS e JOIN document AS d ON d.id = e.document
WHERE e.withdrawn = 0;
-- The days of each observation by the clocks that are not the act's own: `published`, the first text that supports it;
-- `recorded`, when its first desk knew of it. Bins are empty where the date is wider than that, or not known.
DROP VIEW IF EXISTS clocks;
CREATE VIEW clocks AS
SELECT k.observation, k.clock, k.earliest, k.latest,
  CASE WHEN strftime('%Y', k.earliest * 86400, 'unixepoch') = strftime('%Y', k.latest * 86400, 'unixepoch')
    THEN strftime('%Y', k.earliest * 86400, 'unixepoch') END AS year,
  CASE WHEN strftime('%Y', k.earliest * 86400, 'unixepoch') = strftime('%Y', k.latest * 86400, 'unixepoch')
      AND (strftime('%m', k.earliest * 86400, 'unixepoch') + 2) / 3 = (strftime('%m', k.latest * 86400, 'unixepoch') + 2) / 3
    THEN strftime('%Y', k.earliest * 86400, 'unixepoch') || '-Q' || ((strftime('%m', k.earliest * 86400, 'unixepoch') + 2) / 3) END AS quarter,
  CASE WHEN strftime('%Y-%m', k.earliest * 86400, 'unixepoch') = strftime('%Y-%m', k.latest * 86400, 'unixepoch')
    THEN strftime('%Y-%m', k.earliest * 86400, 'unixepoch') END AS month
FROM (
  SELECT o.id AS observation, 'published' AS clock, d.earliest, d.latest
  FROM observation AS o
  LEFT JOIN document AS d ON d.id = (
    SELECT t.id FROM evidence AS e JOIN document AS t ON t.id = e.document
    WHERE e.observation = o.id AND e.withdrawn = 0 AND e.stance IN ('supports', 'partly') AND t.latest IS NOT NULL
    ORDER BY t.latest, t.earliest, t.id LIMIT 1)
  WHERE o.withdrawn = 0
  UNION ALL
  SELECT o.id, 'recorded', unixepoch(o.recorded) / 86400, unixepoch(o.recorded) / 86400
  FROM observation AS o WHERE o.withdrawn = 0
) AS k;

-- The outlets whose texts support each observation.
DROP VIEW IF EXISTS supporting_outlets;
CREATE VIEW supporting_outlets AS
SELECT DISTINCT v.observation, v.outlet AS outlet_number, out.name AS outlet
FROM evidence_outlet AS v JOIN outlet AS out ON out.id = v.outlet
WHERE v.stance IN ('supports', 'partly');

-- Observations that rest on the texts of one outlet alone: what goes when that outlet is left out.
DROP VIEW IF EXISTS sole_outlets;
CREATE VIEW sole_outlets AS
SELECT s.observation, min(s.outlet) AS outlet
FROM supporting_outlets AS s
WHERE NOT EXISTS (SELECT 1 FROM evidence_outlet AS v
  WHERE v.observation = s.observation AND v.stance IN ('supports', 'partly') AND v.outlet IS NULL)
GROUP BY s.observation HAVING count(*) = 1;

-- What the grades of its sources make of each observation. b3: one of letter A or B and number 1 to 3. confirmed: one of
-- number 1, and two origins that are no copies of each other. ungraded: none has both a letter and a number; that is
-- no bad grade.
DROP VIEW IF EXISTS graded;
CREATE VIEW graded AS
SELECT o.id AS observation,
  EXISTS (SELECT 1 FROM evidence AS e JOIN evidence_outlet AS v ON v.evidence = e.id JOIN outlet_letters AS g ON g.outlet = v.outlet
    WHERE e.observation = o.id AND e.withdrawn = 0 AND e.stance IN ('supports', 'partly')
      AND g.letter IN ('A', 'B') AND e.credibility <= 3) AS b3,
  EXISTS (SELECT 1 FROM evidence AS e
    WHERE e.observation = o.id AND e.withdrawn = 0 AND e.stance IN ('supports', 'partly') AND e.credibility = 1)
  AND (SELECT count(DISTINCT c.origin) FROM evidence AS e JOIN origins AS c ON c.document = e.document
    WHERE e.observation = o.id AND e.withdrawn = 0 AND e.stance IN ('supports', 'partly')) > 1 AS confirmed,
  NOT EXISTS (SELECT 1 FROM evidence AS e JOIN evidence_outlet AS v ON v.evidence = e.id JOIN outlet_letters AS g ON g.outlet = v.outlet
    WHERE e.observation = o.id AND e.withdrawn = 0 AND e.stance IN ('supports', 'partly')
      AND e.credibility IS NOT NULL) AS ungraded
FROM observation AS o
WHERE o.withdrawn = 0;

-- Evidence, readable: one row a source of an observation. `grade` is the outlet's letter and the item's
-- number; ? stands for ungraded. Copies of one text have one `origin`.
DROP VIEW IF EXISTS evidence_list;
CREATE VIEW evidence_list AS
SELECT
  e.id AS evidence, e.uid, 'o' || e.observation AS observation, e.observation AS observation_number, 'd' || e.document AS document, e.main, e.stance,
  coalesce(g.letter, '?') || coalesce(e.credibility, '?') AS grade,
  e.credibility, e.attribution,
  nullif(coalesce(e.cited_outlet, out.name), '') AS outlet, out.affiliation, nullif(coalesce(e.cited_url, d.url), '') AS url,
  nullif(coalesce(e.cited_title, d.title), '') AS title,
  nullif(coalesce(e.cited_published, d.published), '') AS published,
  nullif(coalesce(e.cited_language, d.language), '') AS language,
  e.claim_date, e.claim_amount, e.claim_currency, e.claim_amount_kind, e.claim_stage, e.quote, e.translation, e.translator, e.note,
  e.starts, e.ends, e.tlp, d.sha256 IS NOT NULL AS text_held,
  (SELECT 'd' || c.origin FROM origins AS c WHERE c.document = e.document) AS origin
FROM evidence AS e
JOIN document AS d ON d.id = e.document
JOIN evidence_outlet AS v ON v.evidence = e.id
LEFT JOIN outlet AS out ON out.id = v.outlet
LEFT JOIN outlet_letters AS g ON g.outlet = v.outlet
WHERE e.withdrawn = 0;

-- What an observation rests on. Of its `sources`, the documents that support it in whole or in part,
-- `independent_sources` are no copies of each other. `reported_by` says which of the two sides has it:
--   cn-only  ru-only  both     third-only  neither     unknown  the side of a source cannot be told
-- Third parties may have it too; empty: no source.
DROP VIEW IF EXISTS sourcing;
CREATE VIEW sourcing AS
SELECT o.id AS observation,
  (SELECT count(DISTINCT e.document) FROM evidence AS e
     WHERE e.observation = o.id AND e.withdrawn = 0 AND e.stance IN ('supports', 'partly')) AS sources,
  (SELECT count(DISTINCT c.origin) FROM evidence AS e JOIN origins AS c ON c.document = e.document
     WHERE e.observation = o.id AND e.withdrawn = 0 AND e.stance IN ('supports', 'partly')) AS independent_sources,
  (SELECT CASE WHEN x.sides IS NULL THEN NULL WHEN instr(x.sides, 'cn') AND instr(x.sides, 'ru') THEN 'both'
      WHEN instr(x.sides, '?') THEN 'unknown' WHEN instr(x.sides, 'cn') THEN 'cn-only' WHEN instr(x.sides, 'ru') THEN 'ru-only'
      ELSE 'third-only' END
    FROM (SELECT group_concat(coalesce((SELECT s.side FROM outlet_sides AS s WHERE s.outlet = v.outlet), '?')) AS sides
          FROM evidence_outlet AS v WHERE v.observation = o.id AND v.stance IN ('supports', 'partly')) AS x) AS reported_by
FROM observation AS o
WHERE o.withdrawn = 0;

-- Of what kind the claims about an observation disagree, each 1 or 0: `dates` have no day in common, `amounts` of one kind
-- in one currency differ by more than one in a hundred, `stages` are not one. What the observation says counts too.
DROP VIEW IF EXISTS disagreements;
CREATE VIEW disagreements AS
SELECT o.id AS observation,
  coalesce((SELECT max(max(e.claim_earliest), coalesce(o.earliest, max(e.claim_earliest)))
      > min(min(e.claim_latest), coalesce(o.latest, min(e.claim_latest)))
    FROM evidence AS e WHERE e.observation = o.id AND e.withdrawn = 0), 0) AS dates,
  EXISTS (
    SELECT 1 FROM evidence AS e WHERE e.observation = o.id AND e.withdrawn = 0 AND e.claim_amount IS NOT NULL
      AND ((e.claim_currency = o.currency AND coalesce(e.claim_amount_kind, o.amount_kind) IS o.amount_kind
          AND max(e.claim_amount, o.amount) > 1.01 * min(e.claim_amount, o.amount))
        OR EXISTS (
          SELECT 1 FROM evidence AS f WHERE f.observation = o.id AND f.withdrawn = 0 AND f.claim_currency IS e.claim_currency
            AND coalesce(f.claim_amount_kind, o.amount_kind) IS coalesce(e.claim_amount_kind, o.amount_kind)
            AND f.claim_amount > 1.01 * e.claim_amount))) AS amounts,
  coalesce((SELECT min(e.claim_stage) <> max(e.claim_stage) OR min(e.claim_stage) <> o.stage
    FROM evidence AS e WHERE e.observation = o.id AND e.withdrawn = 0), 0) AS stages
FROM observation AS o
WHERE o.withdrawn = 0;

-- Observations about which sources disagree, one row a claim: who says what. An empty `evidence` is the observation
-- itself, what the analyst concluded.
--   date, amount, stage  as the view disagreements says
--   stance               a source contradicts or disputes
--   confirmation         a credibility of 1 without two independent sources
--   side                 an actor stands on another side here than among the actors
DROP VIEW IF EXISTS conflicts;
CREATE VIEW conflicts AS
SELECT 'o' || x.observation AS observation, x.kind, x.claim,
  CASE WHEN x.evidence IS NULL THEN 'the observation'
    ELSE coalesce(nullif(coalesce(e.cited_outlet, out.name), ''), nullif(coalesce(e.cited_url, d.url), ''), d.title) END AS who,
  e.attribution, e.stance,
  CASE WHEN e.id IS NOT NULL THEN coalesce((SELECT g.letter FROM outlet_letters AS g WHERE g.outlet = out.id), '?')
    || coalesce(e.credibility, '?') END AS grade,
  nullif(coalesce(e.cited_published, d.published), '') AS published, 'd' || e.document AS document, 'e' || e.id AS evidence,
  o.occurred, o.title, x.observation AS number, x.evidence AS evidence_number
FROM (
  SELECT o.id AS observation, 'date' AS kind, NULL AS evidence, o.occurred AS claim
  FROM observation AS o JOIN disagreements AS c ON c.observation = o.id WHERE c.dates
  UNION ALL
  SELECT e.observation, 'date', e.id, e.claim_date
  FROM evidence AS e JOIN disagreements AS c ON c.observation = e.observation
  WHERE e.withdrawn = 0 AND e.claim_date IS NOT NULL AND c.dates
  UNION ALL
  SELECT o.id, 'amount', NULL, format('%.15g %s', o.amount, o.currency) || coalesce(' ' || o.amount_kind, '')
  FROM observation AS o JOIN disagreements AS c ON c.observation = o.id WHERE o.amount IS NOT NULL AND c.amounts
  UNION ALL
  SELECT e.observation, 'amount', e.id, format('%.15g ', e.claim_amount) || coalesce(e.claim_currency, '') || coalesce(' ' || e.claim_amount_kind, '')
  FROM evidence AS e JOIN disagreements AS c ON c.observation = e.observation
  WHERE e.withdrawn = 0 AND e.claim_amount IS NOT NULL AND c.amounts
  UNION ALL
  SELECT o.id, 'stage', NULL, o.stage
  FROM observation AS o JOIN disagreements AS c ON c.observation = o.id WHERE o.stage IS NOT NULL AND c.stages
  UNION ALL
  SELECT e.observation, 'stage', e.id, e.claim_stage
  FROM evidence AS e JOIN disagreements AS c ON c.observation = e.observation
  WHERE e.withdrawn = 0 AND e.claim_stage IS NOT NULL AND c.stages
  UNION ALL
  SELECT e.observation, 'stance', e.id, e.stance || coalesce(': ' || nullif(trim(coalesce(e.claim_date, '') || ' '
      || coalesce(format('%.15g ', e.claim_amount) || e.claim_currency, '') || ' ' || coalesce(e.claim_stage, '')), ''), '')
  FROM evidence AS e
  WHERE e.withdrawn = 0 AND EXISTS (
    SELECT 1 FROM evidence AS f WHERE f.observation = e.observation AND f.withdrawn = 0 AND f.stance IN ('contradicts', 'disputes'))
  UNION ALL
  SELECT e.observation, 'confirmation', e.id,
    'confirmed, by ' || w.independent_sources || ' independent ' || CASE w.independent_sources WHEN 1 THEN 'source' ELSE 'sources' END
  FROM evidence AS e JOIN sourcing AS w ON w.observation = e.observation
  WHERE e.withdrawn = 0 AND e.credibility = 1 AND w.independent_sources < 2
  UNION ALL
  SELECT p.observation, 'side', NULL, a.name || ': ' || p.side || ' here, ' || a.side || ' among the actors'
  FROM participation AS p JOIN actor AS a ON a.id = p.actor
  WHERE p.withdrawn = 0 AND p.side <> a.side AND a.provisional = 0) AS x
JOIN observation AS o ON o.id = x.observation AND o.withdrawn = 0
LEFT JOIN evidence AS e ON e.id = x.evidence
LEFT JOIN document AS d ON d.id = e.document
LEFT JOIN outlet AS out ON out.id = coalesce((SELECT n.id FROM outlet AS n WHERE n.name = e.cited_outlet), d.outlet);

-- One row an observation, readable. `number` is the id without its letter: quick to look one up by. `sources`,
-- `independent_sources` and `reported_by` are those of the view sourcing.
DROP VIEW IF EXISTS observations;
CREATE VIEW observations AS
SELECT
  'o' || o.id AS id, o.occurred,
  date(o.earliest * 86400, 'unixepoch') AS first_day, date(o.latest * 86400, 'unixepoch') AS last_day,
  c.year, c.quarter, c.month, o.title, o.summary, o.mechanism, o.instrument, o.effect, o.stage, c.series,
  (SELECT group_concat(x.sector, ';') FROM (SELECT s.sector FROM observation_sector AS s
     WHERE s.observation = o.id AND s.withdrawn = 0 ORDER BY s.position) AS x) AS sectors,
  (SELECT group_concat(x.name, ';') FROM (SELECT DISTINCT a.name FROM participation AS p
     JOIN actor_canonical AS k ON k.actor = p.actor JOIN actor AS a ON a.id = k.canonical
     WHERE p.observation = o.id AND p.withdrawn = 0 AND a.withdrawn = 0 AND p.side = 'cn' ORDER BY a.name) AS x) AS actors_cn,
  (SELECT group_concat(x.name, ';') FROM (SELECT DISTINCT a.name FROM participation AS p
     JOIN actor_canonical AS k ON k.actor = p.actor JOIN actor AS a ON a.id = k.canonical
     WHERE p.observation = o.id AND p.withdrawn = 0 AND a.withdrawn = 0 AND p.side = 'ru' ORDER BY a.name) AS x) AS actors_ru,
  (SELECT group_concat(x.name, ';') FROM (SELECT DISTINCT a.name FROM participation AS p
     JOIN actor_canonical AS k ON k.actor = p.actor JOIN actor AS a ON a.id = k.canonical
     WHERE p.observation = o.id AND p.withdrawn = 0 AND a.withdrawn = 0 AND p.side NOT IN ('cn', 'ru') ORDER BY a.name) AS x) AS actors_other,
  o.flow, o.military, o.place, o.country, o.amount, o.currency, o.amount_kind, o.due,
  (SELECT group_concat(x.code, ';') FROM (SELECT i.code FROM observation_initiative AS oi JOIN initiative AS i ON i.id = oi.initiative
     WHERE oi.observation = o.id AND oi.withdrawn = 0 ORDER BY oi.position) AS x) AS initiatives,
  o.umbrella, o.multilateral, o.pressure_on,
  (SELECT group_concat(x.tag, ';') FROM (SELECT t.tag FROM observation_tag AS t
     WHERE t.observation = o.id AND t.withdrawn = 0 ORDER BY t.position) AS x) AS tags,
  (SELECT group_concat(x.outlet, ';') FROM (SELECT DISTINCT e.outlet FROM evidence_list AS e
     WHERE e.observation_number = o.id AND e.outlet <> '') AS x) AS outlets,
  (SELECT group_concat(x.grade, ';') FROM (SELECT e.grade FROM evidence_list AS e
     WHERE e.observation_number = o.id ORDER BY e.main DESC, e.evidence) AS x) AS grades,
  (SELECT e.url FROM evidence_list AS e WHERE e.observation_number = o.id ORDER BY e.main DESC, e.evidence LIMIT 1) AS source_url,
  w.sources, w.independent_sources, w.reported_by,
  o.recorded, ch.at AS entered, o.tlp, o.dataset, o.source_id, o.uid, o.id AS number
FROM observation AS o
JOIN classified AS c ON c.observation = o.id
JOIN sourcing AS w ON w.observation = o.id
LEFT JOIN change AS ch ON ch.id = o.change;

-- One row a document, with its size, what was found in it, and how many others are of one origin with it.
DROP VIEW IF EXISTS documents;
CREATE VIEW documents AS
SELECT
  'd' || d.id AS id, d.title, d.published, out.name AS outlet,
  (SELECT group_concat(x.name, ';') FROM (SELECT a.name FROM document_author AS a
     WHERE a.document = d.id AND a.withdrawn = 0 ORDER BY a.position) AS x) AS authors,
  (SELECT group_concat(x.name, ';') FROM (SELECT k.name FROM document_category AS k
     WHERE k.document = d.id AND k.withdrawn = 0 ORDER BY k.position) AS x) AS categories,
  d.language, d.url, d.host, d.path, d.sha256,
  (SELECT length(t.original) FROM document_text AS t WHERE t.id = d.id) AS bytes,
  (SELECT count(*) FROM candidate AS k WHERE k.document = d.id) AS candidates,
  (SELECT nullif('d' || c.origin, 'd' || d.id) FROM origins AS c WHERE c.document = d.id) AS copy_of,
  (SELECT nullif(c.copies, 0) FROM origins AS c WHERE c.document = d.id) AS copies,
  d.retrieved, d.archived_url, d.tlp, d.recorded, d.uid, d.id AS number
FROM document AS d
LEFT JOIN outlet AS out ON out.id = d.outlet
WHERE d.withdrawn = 0;

-- The bytes that spans count in: CAST(substr(bytes, starts + 1, ends - starts) AS TEXT) is a span's text.
DROP VIEW IF EXISTS document_bytes;
CREATE VIEW document_bytes AS
SELECT id AS document, CASE WHEN reading IS NULL THEN original ELSE CAST(reading AS BLOB) END AS bytes
FROM document_text WHERE withdrawn = 0;

-- What was found in texts, with the words themselves.
DROP VIEW IF EXISTS mentions;
CREATE VIEW mentions AS
SELECT 'd' || m.document AS document, m.document AS document_number, m.kind, coalesce(a.name, m.code) AS names,
  CAST(substr(b.bytes, m.starts + 1, m.ends - m.starts) AS TEXT) AS text, m.starts, m.ends
FROM mention AS m
JOIN document_bytes AS b ON b.document = m.document
LEFT JOIN actor AS a ON a.id = m.actor;

-- Proposals, with the sentence they rest on and what became of them.
DROP VIEW IF EXISTS candidates;
CREATE VIEW candidates AS
SELECT
  'c' || k.id AS id, 'd' || k.document AS document, k.date, k.mechanism, k.instrument, k.effect, k.stage, k.flow, k.modality,
  (SELECT group_concat(x.sector, ';') FROM (SELECT s.sector FROM candidate_sector AS s
     WHERE s.candidate = k.id ORDER BY s.starts, s.id) AS x) AS sectors,
  (SELECT group_concat(x.name, ';') FROM (SELECT p.name FROM candidate_actor AS p
     WHERE p.candidate = k.id ORDER BY p.starts, p.id) AS x) AS actors,
  k.amount, k.currency,
  CAST(substr(b.bytes, k.starts + 1, k.ends - k.starts) AS TEXT) AS evidence, k.starts, k.ends, k.rule, k.score,
  coalesce((SELECT z.verdict FROM decision AS z WHERE z.candidate = k.uid AND z.withdrawn = 0 ORDER BY z.id DESC LIMIT 1), 'open') AS verdict,
  k.uid, k.id AS number
FROM candidate AS k
JOIN document AS d ON d.id = k.document AND d.withdrawn = 0
JOIN document_bytes AS b ON b.document = k.document;

-- One row an actor, with its other names, how often it took part, and what it is counted under where it is merged.
DROP VIEW IF EXISTS actors;
CREATE VIEW actors AS
SELECT a.id, a.name, a.kind, a.side, p.name AS parent,
  (SELECT group_concat(x.alias, ';') FROM (SELECT l.alias FROM actor_alias AS l WHERE l.actor = a.id AND l.withdrawn = 0 ORDER BY l.position) AS x) AS aliases,
  (SELECT count(DISTINCT q.observation) FROM participants AS q WHERE q.actor = a.id) AS observations,
  (SELECT into_actor.name FROM actor_canonical AS k JOIN actor AS into_actor ON into_actor.id = k.canonical
     WHERE k.actor = a.id AND k.canonical <> a.id) AS counted_under,
  a.provisional, a.uid
FROM actor AS a LEFT JOIN actor AS p ON p.id = a.parent
WHERE a.withdrawn = 0;

-- What actors stand in, one row a tie: its owner, a list, a military body, a membership, a successor.
DROP VIEW IF EXISTS ties;
CREATE VIEW ties AS
SELECT t.id, a.name AS actor, t.kind, coalesce(t.list, x.name) AS target, t.starts, t.ends,
  date(t.earliest * 86400, 'unixepoch') AS first_day, date(t.latest * 86400, 'unixepoch') AS last_day,
  'd' || t.document AS document, t.note, t.uid
FROM actor_tie AS t JOIN actor AS a ON a.id = t.actor LEFT JOIN actor AS x ON x.id = t.target
WHERE t.withdrawn = 0;

-- Typed assessments, one row each: `degree` is a likelihood of ICD 203 or a confidence.
DROP VIEW IF EXISTS judgements;
CREATE VIEW judgements AS
SELECT j.id, coalesce('o' || j.observation, i.code, a.name) AS about, coalesce(j.likelihood, j.confidence || ' confidence') AS degree,
  j.sentence, j.basis, j.tlp, c.at AS entered, c.analyst, j.uid
FROM judgement AS j LEFT JOIN change AS c ON c.id = j.change
LEFT JOIN initiative AS i ON i.id = j.initiative LEFT JOIN actor AS a ON a.id = j.actor
WHERE j.withdrawn = 0;

-- Comments of analysts, one row each.
DROP VIEW IF EXISTS notes;
CREATE VIEW notes AS
SELECT n.id, coalesce('o' || n.observation, i.code, a.name, 'd' || n.document, out.name, 'e' || n.evidence) AS about, n.body,
  n.tlp, c.at AS entered, c.analyst, n.uid
FROM note AS n LEFT JOIN change AS c ON c.id = n.change
LEFT JOIN initiative AS i ON i.id = n.initiative LEFT JOIN actor AS a ON a.id = n.actor LEFT JOIN outlet AS out ON out.id = n.outlet
WHERE n.withdrawn = 0;

-- One row an outlet, with its letter of today and since when it holds, its side, its hosts and how many texts it has here.
DROP VIEW IF EXISTS outlets;
CREATE VIEW outlets AS
SELECT out.id, out.name, out.affiliation, s.side, coalesce(g.letter, 'ungraded') AS letter, g.since, g.why,
  (SELECT group_concat(x.host, ';') FROM (SELECT h.host FROM outlet_host AS h WHERE h.outlet = out.id AND h.withdrawn = 0 ORDER BY h.host) AS x) AS hosts,
  (SELECT count(*) FROM document AS d WHERE d.outlet = out.id AND d.withdrawn = 0) AS documents, out.provisional, out.uid
FROM outlet AS out
LEFT JOIN outlet_letters AS g ON g.outlet = out.id
LEFT JOIN outlet_sides AS s ON s.outlet = out.id
WHERE out.withdrawn = 0;

-- Every letter an outlet has had, with its days and reason. Where two begin on one day, the one given last holds.
DROP VIEW IF EXISTS outlet_grades;
CREATE VIEW outlet_grades AS
SELECT out.name AS outlet, g.letter, date(g.since * 86400, 'unixepoch') AS since,
  (SELECT date((min(n.since) - 1) * 86400, 'unixepoch') FROM outlet_grade AS n
     WHERE n.outlet = g.outlet AND n.withdrawn = 0 AND n.since > g.since) AS until,
  g.why, ch.at AS entered, ch.analyst, g.outlet AS outlet_number, g.id AS number
FROM outlet_grade AS g
JOIN outlet AS out ON out.id = g.outlet
LEFT JOIN change AS ch ON ch.id = g.change
WHERE g.withdrawn = 0
  AND g.id = (SELECT max(n.id) FROM outlet_grade AS n WHERE n.outlet = g.outlet AND n.since = g.since AND n.withdrawn = 0);

-- What rests on an outlet, one row a piece of evidence from it. `alone` is 1 where the observation has no support from
-- another outlet; `best_other` is the best letter among the others that support it (F and ungraded are none).
DROP VIEW IF EXISTS outlet_reliance;
CREATE VIEW outlet_reliance AS
SELECT out.name AS outlet, 'o' || v.observation AS observation, o.occurred, 'e' || v.evidence AS evidence, v.stance,
  e.credibility, g.letter,
  v.stance IN ('supports', 'partly') AND NOT EXISTS (
    SELECT 1 FROM evidence_outlet AS w WHERE w.observation = v.observation AND w.outlet IS NOT v.outlet
      AND w.stance IN ('supports', 'partly')) AS alone,
  (SELECT min(l.letter) FROM evidence_outlet AS w JOIN outlet_letters AS l ON l.outlet = w.outlet
     WHERE w.observation = v.observation AND w.outlet <> v.outlet AND w.stance IN ('supports', 'partly') AND l.letter <> 'F') AS best_other,
  o.title, v.outlet AS outlet_number, v.observation AS number, v.evidence AS evidence_number
FROM evidence_outlet AS v
JOIN outlet AS out ON out.id = v.outlet
JOIN observation AS o ON o.id = v.observation AND o.withdrawn = 0
JOIN evidence AS e ON e.id = v.evidence
LEFT JOIN outlet_letters AS g ON g.outlet = v.outlet;

-- The way of an initiative from pledge to act: its observations, the earliest first.
DROP VIEW IF EXISTS initiative_path;
CREATE VIEW initiative_path AS
SELECT i.code AS initiative, o.occurred, 'o' || o.id AS observation, o.stage, o.effect, c.series, o.due,
  o.amount, o.currency, o.amount_kind, o.title, o.umbrella, o.multilateral, o.instrument,
  o.earliest, o.latest, o.due_earliest, o.due_latest, g.position AS stage_position,
  o.effect = 'advances' AND o.stage IN ('running', 'completed') AS is_act,
  o.stage IN ('suspended', 'cancelled', 'refused', 'lapsed') AS is_exit,
  i.id AS initiative_number, o.id AS number
FROM initiative AS i
JOIN observation_initiative AS oi ON oi.initiative = i.id AND oi.withdrawn = 0
JOIN observation AS o ON o.id = oi.observation AND o.withdrawn = 0
JOIN classified AS c ON c.observation = o.id
LEFT JOIN stage AS g ON g.code = o.stage
WHERE i.withdrawn = 0;

-- The day on which initiatives are looked at: acts after it have not happened yet. In any program today, UTC; in this one
-- the day that is asked about.
DROP VIEW IF EXISTS acting_day;
CREATE VIEW acting_day AS SELECT date('now') AS day;

-- The acts of the view initiative_path that may have happened by then: what begins after that day keeps no promise, and
-- has no stage or sum yet.
DROP VIEW IF EXISTS initiative_acts;
CREATE VIEW initiative_acts AS
SELECT p.* FROM initiative_path AS p
WHERE p.earliest IS NULL OR p.earliest <= (SELECT CAST(strftime('%s', d.day) AS INTEGER) / 86400 FROM acting_day AS d);

-- What was promised, for a day (`due`) or for none, also outside initiatives, and what came of it: what advances and
-- has a due date, or is only considered or pledged. `kept_by` is the first later act of the initiative at a further stage:
-- work begun or completed, or where a paper was promised (memorandum, contract, intergovernmental-agreement, licence)
-- its signing. `ended_by` is a later exit. Open are those with neither; outside initiatives nothing can be seen to keep
-- one. This is the one place that judges it.
DROP VIEW IF EXISTS pledges;
CREATE VIEW pledges AS
SELECT p.initiative, p.observation, p.occurred, p.stage, p.due,
  date(p.due_earliest * 86400, 'unixepoch') AS due_first_day, date(p.due_latest * 86400, 'unixepoch') AS due_last_day,
  (SELECT a.observation FROM initiative_acts AS a
     WHERE a.initiative_number = p.initiative_number AND a.number <> p.number AND a.effect = 'advances'
       AND coalesce(a.latest >= p.earliest, 1) AND a.stage_position > coalesce(p.stage_position, 0)
       AND (a.is_act OR (a.stage IN ('signed', 'ratified')
         AND p.instrument IN ('memorandum', 'contract', 'intergovernmental-agreement', 'licence')))
     ORDER BY a.earliest, a.number LIMIT 1) AS kept_by,
  (SELECT a.observation FROM initiative_acts AS a
     WHERE a.initiative_number = p.initiative_number AND a.number <> p.number AND a.is_exit
       AND coalesce(a.latest >= p.earliest, 1)
     ORDER BY a.earliest, a.number LIMIT 1) AS ended_by,
  p.title, p.initiative_number, p.number
FROM initiative_path AS p
WHERE p.effect = 'advances' AND (p.due IS NOT NULL OR p.stage IN ('considered', 'pledged'))
UNION ALL
SELECT NULL, 'o' || o.id, o.occurred, o.stage, o.due, date(o.due_earliest * 86400, 'unixepoch'),
  date(o.due_latest * 86400, 'unixepoch'), NULL, NULL, o.title, NULL, o.id
FROM observation AS o
WHERE o.withdrawn = 0 AND o.effect = 'advances' AND (o.due IS NOT NULL OR o.stage IN ('considered', 'pledged'))
  AND NOT EXISTS (SELECT 1 FROM observation_initiative AS oi JOIN initiative AS i ON i.id = oi.initiative AND i.withdrawn = 0
                  WHERE oi.observation = o.id AND oi.withdrawn = 0);

-- The pledges that name a day. Overdue are the open ones of a day gone by:
-- WHERE kept_by IS NULL AND ended_by IS NULL AND due_last_day < date('now').
DROP VIEW IF EXISTS promises;
CREATE VIEW promises AS
SELECT initiative, observation, occurred, stage, due, due_first_day, due_last_day, kept_by, ended_by, title,
  initiative_number, number
FROM pledges WHERE due IS NOT NULL;

-- The sum of an undertaking, once for each kind of sum: of an initiative that of its furthest stage that has one, of several
-- at one stage the latest; of an observation that belongs to none its own. Sums of parts and of many sides are left out.
-- Only `committed` is money given: targets, valuations, sums a year and portfolios stand apart, as does what is not said.
DROP VIEW IF EXISTS money;
CREATE VIEW money AS
SELECT p.initiative, p.observation, p.stage, p.occurred, coalesce(p.amount_kind, 'not said') AS kind, p.amount, p.currency,
  EXISTS (SELECT 1 FROM initiatives AS n WHERE n.code = p.initiative AND n.ended IS NOT NULL) AS ended, p.number
FROM initiative_acts AS p
WHERE p.number = (
  SELECT q.number FROM initiative_acts AS q
  WHERE q.initiative_number = p.initiative_number AND q.amount IS NOT NULL AND q.amount_kind IS p.amount_kind
    AND q.effect = 'advances' AND q.umbrella = 0 AND q.multilateral = 0 AND q.is_exit IS NOT 1
  ORDER BY q.stage_position DESC, q.latest DESC, q.number DESC LIMIT 1)
UNION ALL
SELECT NULL, 'o' || o.id, o.stage, o.occurred, coalesce(o.amount_kind, 'not said'), o.amount, o.currency, 0, o.id
FROM observation AS o
WHERE o.withdrawn = 0 AND o.amount IS NOT NULL AND o.effect = 'advances' AND o.umbrella = 0 AND o.multilateral = 0
  AND (o.earliest IS NULL OR o.earliest <= (SELECT CAST(strftime('%s', d.day) AS INTEGER) / 86400 FROM acting_day AS d))
  AND NOT EXISTS (SELECT 1 FROM observation_initiative AS oi JOIN initiative AS i ON i.id = oi.initiative AND i.withdrawn = 0
                  WHERE oi.observation = o.id AND oi.withdrawn = 0);

-- The sums of the view money by kind and currency; an act that belongs to two initiatives is added once, currencies never.
-- `ended` is the part of it in initiatives that were suspended, cancelled or refused, or that lapsed.
DROP VIEW IF EXISTS money_totals;
CREATE VIEW money_totals AS
SELECT x.kind, x.currency, count(*) AS sums, sum(x.amount) AS amount, sum(CASE WHEN x.ended THEN x.amount ELSE 0 END) AS ended
FROM (SELECT m.number, m.kind, m.currency, m.amount, min(m.ended) AS ended FROM money AS m
      GROUP BY m.number, m.kind, m.currency, m.amount) AS x
GROUP BY x.kind, x.currency;

-- One row an undertaking, with its first and last act. `stage` is the furthest it came to by acts that advance it, `ended`
-- the exit that its last staged act, or else its `status`, tells; `completed` is 1 where its `status`, or else its last staged act, says that
-- it came to its end as planned; `due` the first promise still open, with its last day. Acts after the view acting_day do not tell yet.
DROP VIEW IF EXISTS initiatives;
CREATE VIEW initiatives AS
SELECT i.code, i.title, i.note, i.status,
  (SELECT p.stage FROM initiative_acts AS p WHERE p.initiative_number = i.id AND p.effect = 'advances' AND p.is_exit = 0
     ORDER BY p.stage_position DESC LIMIT 1) AS stage,
  CASE WHEN i.status IN ('suspended', 'cancelled', 'refused', 'lapsed') THEN i.status
    ELSE (SELECT CASE WHEN p.is_exit THEN p.stage END FROM initiative_acts AS p
          WHERE p.initiative_number = i.id AND p.stage IS NOT NULL
          ORDER BY p.latest DESC, p.earliest DESC, p.number DESC LIMIT 1) END AS ended,
  CASE WHEN i.status = 'completed' THEN 1 WHEN coalesce(i.status, 'unknown') <> 'unknown' THEN 0
    ELSE coalesce((SELECT p.stage = 'completed' AND p.effect = 'advances' FROM initiative_acts AS p
          WHERE p.initiative_number = i.id AND p.stage IS NOT NULL
          ORDER BY p.latest DESC, p.earliest DESC, p.number DESC LIMIT 1), 0) END AS completed,
  (SELECT p.due FROM promises AS p WHERE p.initiative_number = i.id AND p.kept_by IS NULL AND p.ended_by IS NULL
     ORDER BY p.due_last_day IS NULL, p.due_last_day, p.number LIMIT 1) AS due,
  (SELECT p.due_last_day FROM promises AS p WHERE p.initiative_number = i.id AND p.kept_by IS NULL AND p.ended_by IS NULL
     ORDER BY p.due_last_day IS NULL, p.due_last_day, p.number LIMIT 1) AS due_last_day,
  (SELECT count(*) FROM observation_initiative AS oi JOIN observation AS o ON o.id = oi.observation AND o.withdrawn = 0
     WHERE oi.initiative = i.id AND oi.withdrawn = 0) AS observations,
  (SELECT 'o' || o.id FROM observation AS o JOIN observation_initiative AS oi ON oi.observation = o.id
     WHERE oi.initiative = i.id AND oi.withdrawn = 0 AND o.withdrawn = 0 ORDER BY o.earliest, o.occurred, o.source_id, o.id LIMIT 1) AS first,
  (SELECT 'o' || o.id FROM observation AS o JOIN observation_initiative AS oi ON oi.observation = o.id
     WHERE oi.initiative = i.id AND oi.withdrawn = 0 AND o.withdrawn = 0 ORDER BY o.earliest DESC, o.occurred DESC, o.source_id DESC, o.id DESC LIMIT 1) AS last,
  i.uid, i.id AS number
FROM initiative AS i WHERE i.withdrawn = 0;

-- Measured series, one row a value. Never mixed into counts of events.
DROP VIEW IF EXISTS indicators;
CREATE VIEW indicators AS
SELECT n.series, n.period, n.value, n.unit, d.url AS source_url, n.note
FROM indicator AS n LEFT JOIN document AS d ON d.id = n.document
WHERE n.withdrawn = 0;

-- Which source was watched, how, from when to when.
DROP VIEW IF EXISTS coverage_list;
CREATE VIEW coverage_list AS
SELECT c.source, c.kind, date(c.starts * 86400, 'unixepoch') AS starts, date(c.ends * 86400, 'unixepoch') AS ends, c.how,
  coalesce(c.outlet, (SELECT o.id FROM outlet AS o WHERE o.name = c.source AND o.withdrawn = 0)) AS outlet_number
FROM coverage AS c WHERE c.withdrawn = 0;

-- Alarms that were raised, with the acts they rest on. Open ones have no `acknowledged`.
DROP VIEW IF EXISTS alarms;
CREATE VIEW alarms AS
SELECT a.id, a.key, a.kind, a.since, a.sentence,
  (SELECT group_concat(x.id, ';') FROM (SELECT 'o' || r.observation AS id FROM alarm_observation AS r
     WHERE r.alarm = a.id AND r.withdrawn = 0 ORDER BY r.observation) AS x) AS observations,
  a.rate, a.power, a.method, a.raised, a.raised_by, a.acknowledged, a.acknowledged_by, a.why, a.tlp, a.uid
FROM alarm AS a WHERE a.withdrawn = 0;

-- Forecasts as they were made, one row a period; `entente scorecard` says what became of them.
DROP VIEW IF EXISTS forecasts;
CREATE VIEW forecasts AS
SELECT f.dimension, f.code, f.period, f.ahead, f.made, f.median, f.low50, f.high50, f.low80, f.high80, f.low95, f.high95,
  f.naive_median, f.naive_low50, f.naive_high50, f.naive_low80, f.naive_high80, f.naive_low95, f.naive_high95,
  f.method, f.first, f.last, f.clock, f.state, f.made_by, f.tlp, f.uid, f.id AS number
FROM forecast AS f WHERE f.withdrawn = 0;

-- Dates declared beforehand, for `entente trend --around`.
DROP VIEW IF EXISTS declared_list;
CREATE VIEW declared_list AS
SELECT 'p' || d.id AS id, d.day, d.title, d.note, d.declared, d.withdrawn, d.why, d.tlp, d.uid, d.id AS number
FROM declared AS d;

-- The log: who changed the file, when and why.
DROP VIEW IF EXISTS changes;
CREATE VIEW changes AS
SELECT c.id, c.at, c.analyst, c.why, b.kind AS batch, b.source
FROM change AS c LEFT JOIN batch AS b ON b.id = c.batch;

-- ---------------------------------------------------------------------------------------------------------
-- What `entente export` writes, in the columns that `entente ingest` reads. Lists are joined by ; and the last
-- column, sort, gives the order and is not exported.

-- observations.csv, each with its main source.
DROP VIEW IF EXISTS observation_export;
CREATE VIEW observation_export AS
SELECT
  o.uid, o.dataset, coalesce(o.source_id, 'o' || o.id) AS id, o.occurred AS event_date, o.title, o.summary,
  o.mechanism, o.instrument, o.effect, o.stage, o.due, o.flow, o.military,
  (SELECT group_concat(x.sector, ';') FROM (SELECT s.sector FROM observation_sector AS s
     WHERE s.observation = o.id AND s.withdrawn = 0 ORDER BY s.position) AS x) AS sectors,
  (SELECT group_concat(x.name, ';') FROM (SELECT a.name FROM participation AS p JOIN actor AS a ON a.id = p.actor
     WHERE p.observation = o.id AND p.withdrawn = 0 AND p.side = 'cn' ORDER BY p.position) AS x) AS actors_cn,
  (SELECT group_concat(x.name, ';') FROM (SELECT a.name FROM participation AS p JOIN actor AS a ON a.id = p.actor
     WHERE p.observation = o.id AND p.withdrawn = 0 AND p.side = 'ru' ORDER BY p.position) AS x) AS actors_ru,
  (SELECT group_concat(x.name, ';') FROM (SELECT a.name FROM participation AS p JOIN actor AS a ON a.id = p.actor
     WHERE p.observation = o.id AND p.withdrawn = 0 AND p.side = 'joint' ORDER BY p.position) AS x) AS actors_joint,
  (SELECT group_concat(x.name, ';') FROM (SELECT a.name FROM participation AS p JOIN actor AS a ON a.id = p.actor
     WHERE p.observation = o.id AND p.withdrawn = 0 AND p.side IN ('intl', 'other') ORDER BY p.position) AS x) AS actors_other,
  -- only roles that do not follow from mechanism and side
  (SELECT group_concat(x.entry, ';') FROM (SELECT a.name || '=' || p.role AS entry
     FROM participation AS p JOIN actor AS a ON a.id = p.actor
     WHERE p.observation = o.id AND p.withdrawn = 0 AND p.role <> CASE
       WHEN o.mechanism <> 'pressure' THEN 'party' WHEN p.side IN ('intl', 'other') THEN 'sanctioner' ELSE 'target' END
     ORDER BY p.position) AS x) AS roles,
  o.place, o.country, o.amount, o.currency, o.amount_kind,
  (SELECT group_concat(x.code, ';') FROM (SELECT i.code FROM observation_initiative AS oi JOIN initiative AS i ON i.id = oi.initiative
     WHERE oi.observation = o.id AND oi.withdrawn = 0 ORDER BY oi.position) AS x) AS initiative,
  o.umbrella, o.multilateral, o.pressure_on,
  nullif(coalesce(e.cited_url, d.url), '') AS source_url, nullif(coalesce(e.cited_title, d.title), '') AS source_title, nullif(coalesce(e.cited_outlet, out.name), '') AS outlet,
  nullif(coalesce(e.cited_published, d.published), '') AS source_date, nullif(coalesce(e.cited_language, d.language), '') AS language,
  e.credibility, e.attribution,
  (SELECT group_concat(x.tag, ';') FROM (SELECT t.tag FROM observation_tag AS t
     WHERE t.observation = o.id AND t.withdrawn = 0 ORDER BY t.position) AS x) AS tags,
  o.tlp, o.recorded, o.id AS sort
FROM observation AS o
LEFT JOIN evidence AS e ON e.observation = o.id AND e.main = 1 AND e.withdrawn = 0
LEFT JOIN document AS d ON d.id = e.document
LEFT JOIN outlet AS out ON out.id = d.outlet
WHERE o.withdrawn = 0;

-- evidence.csv: one row a source of an observation.
DROP VIEW IF EXISTS evidence_export;
CREATE VIEW evidence_export AS
SELECT
  e.uid, o.uid AS observation_uid, coalesce(o.source_id, 'o' || o.id) AS observation, e.main, nullif(coalesce(e.cited_url, d.url), '') AS source_url,
  nullif(coalesce(e.cited_title, d.title), '') AS source_title, nullif(coalesce(e.cited_outlet, out.name), '') AS outlet,
  e.attribution AS attributed_to, nullif(coalesce(e.cited_published, d.published), '') AS published,
  nullif(coalesce(e.cited_language, d.language), '') AS language, e.claim_date, e.claim_amount, e.claim_currency, e.claim_amount_kind, e.claim_stage,
  CASE e.stance WHEN 'supports' THEN 'yes' WHEN 'contradicts' THEN 'no' WHEN 'disputes' THEN 'disputed' ELSE e.stance END AS supports,
  e.credibility, e.quote, e.translation, e.translator, e.note, d.uid AS document_uid, e.starts, e.ends, e.tlp, e.recorded, e.id AS sort
FROM evidence AS e
JOIN observation AS o ON o.id = e.observation
JOIN document AS d ON d.id = e.document
LEFT JOIN outlet AS out ON out.id = d.outlet
WHERE e.withdrawn = 0 AND o.withdrawn = 0;

-- initiatives.csv.
DROP VIEW IF EXISTS initiative_export;
CREATE VIEW initiative_export AS
SELECT i.uid, i.code, i.title, i.note, i.status,
  (SELECT coalesce(o.source_id, 'o' || o.id) FROM observation AS o JOIN observation_initiative AS oi ON oi.observation = o.id
     WHERE oi.initiative = i.id AND oi.withdrawn = 0 AND o.withdrawn = 0 ORDER BY o.occurred, o.source_id, o.id LIMIT 1) AS first_id,
  (SELECT coalesce(o.source_id, 'o' || o.id) FROM observation AS o JOIN observation_initiative AS oi ON oi.observation = o.id
     WHERE oi.initiative = i.id AND oi.withdrawn = 0 AND o.withdrawn = 0 ORDER BY o.occurred DESC, o.source_id DESC, o.id DESC LIMIT 1) AS last_id, i.tlp, i.id AS sort
FROM initiative AS i WHERE i.withdrawn = 0;

-- actors.csv.
DROP VIEW IF EXISTS actor_export;
CREATE VIEW actor_export AS
SELECT a.uid, a.name, a.kind, a.side, p.name AS parent,
  (SELECT group_concat(x.alias, ';') FROM (SELECT l.alias FROM actor_alias AS l
     WHERE l.actor = a.id AND l.withdrawn = 0 AND l.language = 'en' ORDER BY l.position) AS x) AS aliases_en,
  (SELECT group_concat(x.alias, ';') FROM (SELECT l.alias FROM actor_alias AS l
     WHERE l.actor = a.id AND l.withdrawn = 0 AND l.language = 'ru' ORDER BY l.position) AS x) AS aliases_ru,
  (SELECT group_concat(x.alias, ';') FROM (SELECT l.alias FROM actor_alias AS l
     WHERE l.actor = a.id AND l.withdrawn = 0 AND l.language = 'zh' ORDER BY l.position) AS x) AS aliases_zh,
  (SELECT group_concat(x.alias, ';') FROM (SELECT l.alias FROM actor_alias AS l
     WHERE l.actor = a.id AND l.withdrawn = 0 AND l.ambiguous = 1
     GROUP BY l.alias ORDER BY min(l.language), min(l.position)) AS x) AS ambiguous,
  a.note, a.id AS sort
FROM actor AS a LEFT JOIN actor AS p ON p.id = a.parent
WHERE a.withdrawn = 0;

-- outlets.csv: one row a host.
DROP VIEW IF EXISTS outlet_export;
CREATE VIEW outlet_export AS
SELECT out.uid, out.name AS outlet, h.host, h.country, h.language, out.affiliation, h.note,
  (SELECT group_concat(x.cue, ';') FROM (SELECT c.cue FROM cue AS c
     WHERE c.kind = 'outlet' AND c.code = out.name AND c.withdrawn = 0 ORDER BY c.id) AS x) AS names, h.id AS sort
FROM outlet AS out LEFT JOIN outlet_host AS h ON h.outlet = out.id AND h.withdrawn = 0
WHERE out.withdrawn = 0;

-- indicators.csv.
DROP VIEW IF EXISTS indicator_export;
CREATE VIEW indicator_export AS
SELECT n.uid, n.series, n.period, n.value, n.unit, d.url AS source_url, n.note, n.tlp, n.id AS sort
FROM indicator AS n LEFT JOIN document AS d ON d.id = n.document
WHERE n.withdrawn = 0;

-- coverage.csv.
DROP VIEW IF EXISTS coverage_export;
CREATE VIEW coverage_export AS
SELECT c.uid, c.source, date(c.starts * 86400, 'unixepoch') AS "from", date(c.ends * 86400, 'unixepoch') AS "to", c.how, c.kind,
  out.name AS outlet, c.tlp, c.id AS sort
FROM coverage AS c LEFT JOIN outlet AS out ON out.id = c.outlet
WHERE c.withdrawn = 0;

-- The search index. Its columns are filled by the program with the words in small letters (е for ё) and with each
-- Chinese character by itself, so that any SQLite with FTS5 can open it: MATCH 'соглашени*', and a Chinese word with
-- blanks between its characters, as a phrase: MATCH '"华 为"'. Between two runs of them stands the sign U+E000.
DROP TABLE IF EXISTS search;
CREATE VIRTUAL TABLE search USING fts5(title, body, kind UNINDEXED, record UNINDEXED, tokenize = 'unicode61 remove_diacritics 2');
-- Parts of the index are put together when there are eight, not four, and what a batch of texts brings is written at
-- once: what is written is written again less often.
INSERT INTO search (search, rank) VALUES ('automerge', 8);
INSERT INTO search (search, rank) VALUES ('hashsize', 8388608);

-- The words of the search index, and in how many records each is.
DROP TABLE IF EXISTS search_terms;
CREATE VIRTUAL TABLE search_terms USING fts5vocab(search, row);

-- A few sequences of words of each text, as numbers: texts that share many may be copies. Filled by the program.
DROP TABLE IF EXISTS sketch;
CREATE TABLE sketch (
  document   INTEGER PRIMARY KEY,
  size       INTEGER NOT NULL,            -- how many sequences the text has
  sequences  BLOB NOT NULL                -- the smallest 48 of them, in order, six bytes each
) STRICT;

-- The smallest 16 of these, to find the texts that may share them.
DROP TABLE IF EXISTS sketch_sequence;
CREATE TABLE sketch_sequence (
  sequence  INTEGER NOT NULL,
  document  INTEGER NOT NULL,
  size      INTEGER NOT NULL,             -- how many sequences the text has
  PRIMARY KEY (sequence, document)
) STRICT, WITHOUT ROWID;

-- ---------------------------------------------------------------------------------------------------------
-- Counts kept ready, so that a trend over a million observations need not look at each of them. Triggers in plain SQL
-- note what is entered or changed, whoever writes; the program counts that in at the end of each of its changes. What
-- is kept and what is noted make the same numbers as `strata` at every moment.

-- The days by which each observation is counted: the first of its month, twice, where that is known; else those of its
-- date, a far day for an open end.
DROP VIEW IF EXISTS kept_days;
CREATE VIEW kept_days AS
SELECT c.observation, c.series, c.mechanism, c.flow, c.tlp, c.earliest,
  CASE WHEN c.earliest = c.latest OR unixepoch(c.earliest * 86400, 'unixepoch', 'start of month') = unixepoch(c.latest * 86400, 'unixepoch', 'start of month')
    THEN coalesce(unixepoch(c.earliest * 86400, 'unixepoch', 'start of month') / 86400, c.earliest) ELSE coalesce(c.earliest, -9000000000000000) END AS first,
  CASE WHEN c.earliest = c.latest OR unixepoch(c.earliest * 86400, 'unixepoch', 'start of month') = unixepoch(c.latest * 86400, 'unixepoch', 'start of month')
    THEN coalesce(unixepoch(c.earliest * 86400, 'unixepoch', 'start of month') / 86400, c.latest) ELSE coalesce(c.latest, 9000000000000000) END AS last
FROM classified AS c;

-- What is kept: each observation once (dimension and code empty), and under its codes of the small dimensions; code is
-- empty where it has none. Dimension entered: the month in which it was entered, of what was entered live.
-- CROSS JOIN keeps SQLite from beginning with the sectors where only a few observations are asked for.
DROP VIEW IF EXISTS countable;
CREATE VIEW countable AS
SELECT c.observation, '' AS dimension, c.series, '' AS code, c.first, c.last, c.tlp, c.earliest AS day
FROM kept_days AS c
UNION ALL
SELECT c.observation, 'mechanism', c.series, c.mechanism, c.first, c.last, c.tlp, c.earliest
FROM kept_days AS c
UNION ALL
SELECT c.observation, 'flow', c.series, coalesce(c.flow, 'unknown'), c.first, c.last, c.tlp, c.earliest
FROM kept_days AS c
UNION ALL
SELECT DISTINCT c.observation, 'sector', c.series, s.above, c.first, c.last, c.tlp, c.earliest
FROM kept_days AS c
CROSS JOIN observation_sector AS os ON os.observation = c.observation AND os.withdrawn = 0
CROSS JOIN sector_above AS s ON s.sector = os.sector
UNION ALL
SELECT c.observation, 'sector', c.series, '', c.first, c.last, c.tlp, c.earliest
FROM kept_days AS c
WHERE NOT EXISTS (SELECT 1 FROM observation_sector AS os JOIN sector AS s ON s.code = os.sector AND s.withdrawn = 0
  WHERE os.observation = c.observation AND os.withdrawn = 0)
UNION ALL
SELECT c.observation, 'entered', c.series, substr(h.at, 1, 7), c.first, c.last, c.tlp, c.earliest
FROM kept_days AS c
JOIN observation AS o ON o.id = c.observation
JOIN change AS h ON h.id = o.change
JOIN batch AS b ON b.id = h.batch AND b.kind = 'live';

-- How many observations have a row of `countable` in common, those of `kept_changed` left out.
DROP TABLE IF EXISTS kept_count;
CREATE TABLE kept_count (
  dimension     TEXT NOT NULL,            -- empty: each observation once
  series        TEXT NOT NULL,
  code          TEXT NOT NULL,            -- empty: none in this dimension
  first         INTEGER NOT NULL,         -- day; -9000000000000000 for an open beginning
  last          INTEGER NOT NULL,         -- day; 9000000000000000 for an open end
  tlp           TEXT NOT NULL,
  observations  INTEGER NOT NULL,
  PRIMARY KEY (dimension, series, code, first, last, tlp)
) STRICT, WITHOUT ROWID;

-- Observations entered or changed and not counted in since.
DROP TABLE IF EXISTS kept_changed;
CREATE TABLE kept_changed (
  observation   INTEGER PRIMARY KEY
) STRICT;

-- An entered one is noted; one that was counted is taken out of the counts as it was before it changes.
DROP TRIGGER IF EXISTS observation_kept_insert;
CREATE TRIGGER observation_kept_insert AFTER INSERT ON observation BEGIN
  INSERT INTO kept_changed SELECT NEW.id WHERE NOT EXISTS (SELECT 1 FROM kept_changed WHERE observation = NEW.id);
END;
DROP TRIGGER IF EXISTS observation_kept_update;
CREATE TRIGGER observation_kept_update BEFORE UPDATE ON observation
WHEN OLD.change IS NOT NULL AND NOT EXISTS (SELECT 1 FROM kept_changed WHERE observation = OLD.id) BEGIN
  INSERT INTO kept_count (dimension, series, code, first, last, tlp, observations)
  SELECT dimension, series, code, first, last, tlp, -1 FROM countable WHERE observation = OLD.id
  ON CONFLICT (dimension, series, code, first, last, tlp) DO UPDATE SET observations = observations - 1;
  INSERT INTO kept_changed VALUES (OLD.id);
END;
DROP TRIGGER IF EXISTS observation_kept_delete;
CREATE TRIGGER observation_kept_delete BEFORE DELETE ON observation
WHEN NOT EXISTS (SELECT 1 FROM kept_changed WHERE observation = OLD.id) BEGIN
  INSERT INTO kept_count (dimension, series, code, first, last, tlp, observations)
  SELECT dimension, series, code, first, last, tlp, -1 FROM countable WHERE observation = OLD.id
  ON CONFLICT (dimension, series, code, first, last, tlp) DO UPDATE SET observations = observations - 1;
  INSERT INTO kept_changed VALUES (OLD.id);
END;
DROP TRIGGER IF EXISTS observation_sector_kept_insert;
CREATE TRIGGER observation_sector_kept_insert BEFORE INSERT ON observation_sector
WHEN NOT EXISTS (SELECT 1 FROM kept_changed WHERE observation = NEW.observation) BEGIN
  INSERT INTO kept_count (dimension, series, code, first, last, tlp, observations)
  SELECT dimension, series, code, first, last, tlp, -1 FROM countable WHERE observation = NEW.observation
  ON CONFLICT (dimension, series, code, first, last, tlp) DO UPDATE SET observations = observations - 1;
  INSERT INTO kept_changed VALUES (NEW.observation);
END;
DROP TRIGGER IF EXISTS observation_sector_kept_update;
CREATE TRIGGER observation_sector_kept_update BEFORE UPDATE ON observation_sector
WHEN OLD.change IS NOT NULL AND NOT EXISTS (SELECT 1 FROM kept_changed WHERE observation = OLD.observation) BEGIN
  INSERT INTO kept_count (dimension, series, code, first, last, tlp, observations)
  SELECT dimension, series, code, first, last, tlp, -1 FROM countable WHERE observation = OLD.observation
  ON CONFLICT (dimension, series, code, first, last, tlp) DO UPDATE SET observations = observations - 1;
  INSERT INTO kept_changed VALUES (OLD.observation);
END;
DROP TRIGGER IF EXISTS observation_sector_kept_delete;
CREATE TRIGGER observation_sector_kept_delete BEFORE DELETE ON observation_sector
WHEN NOT EXISTS (SELECT 1 FROM kept_changed WHERE observation = OLD.observation) BEGIN
  INSERT INTO kept_count (dimension, series, code, first, last, tlp, observations)
  SELECT dimension, series, code, first, last, tlp, -1 FROM countable WHERE observation = OLD.observation
  ON CONFLICT (dimension, series, code, first, last, tlp) DO UPDATE SET observations = observations - 1;
  INSERT INTO kept_changed VALUES (OLD.observation);
END;

-- Where sectors are rearranged everything is counted anew.
DROP TRIGGER IF EXISTS sector_kept_update;
CREATE TRIGGER sector_kept_update AFTER UPDATE ON sector
WHEN NEW.parent IS NOT OLD.parent OR NEW.withdrawn <> OLD.withdrawn OR NEW.code <> OLD.code BEGIN
  INSERT INTO derived_state (name, value) VALUES ('counts', 'stale') ON CONFLICT (name) DO UPDATE SET value = excluded.value;
END;
DROP TRIGGER IF EXISTS sector_kept_delete;
CREATE TRIGGER sector_kept_delete AFTER DELETE ON sector BEGIN
  INSERT INTO derived_state (name, value) VALUES ('counts', 'stale') ON CONFLICT (name) DO UPDATE SET value = excluded.value;
END;

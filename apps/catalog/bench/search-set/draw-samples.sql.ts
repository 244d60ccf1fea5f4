/** The instant at which the set stands: fixed, so that the same searches find the same for ever. */
export const SET_NOW = new Date('2027-01-01T00:00:00Z');

const TODAY = SET_NOW.getTime() / 86_400_000;
const SLOT_DAYS = 17;

/** Days from today that nineteen of twenty calendars have wholly taken. */
export const PEAK = { from: 12 * SLOT_DAYS, to: 14 * SLOT_DAYS };

/** Throws a die: the same number for the same throw, whatever the server, the order and the parallelism. */
export const roll = (seed: number): string => `
  CREATE FUNCTION roll(n bigint, throw int) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE
  BEGIN ATOMIC SELECT (hashint8extended(n, ${seed} * 1000 + throw) & 9007199254740991) / 9007199254740992.0::float8; END;`;

export const INVENTED_NAME = `
  CREATE FUNCTION invented_name(n bigint, throw int, least_syllables int) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT initcap(string_agg(word, '' ORDER BY k)) FROM generate_series(1, least_syllables + floor(2 * roll(invented_name.n, throw))::int) AS k
    JOIN sample_word ON language = 'syllable' AND sample_word.n = 1 + floor(16 * roll(invented_name.n * 8 + k, throw + 1));
  $$`;

/**
 * Titles and descriptions. Words are drawn so that the k-th is used about 1/k as often as the first, and of ten texts
 * three name a house that is hardly ever named again. Half of the English titles are those of real listings.
 */
export const TEXTS = `
  CREATE UNLOGGED TABLE sample_text AS
  WITH word AS (SELECT language, array_agg(word ORDER BY n) AS words, count(*) AS size FROM sample_word GROUP BY language),
  wording AS (
    SELECT t AS n, language, roll(t, 11) < 0.5 AND language = 'en' AS is_real, roll(t, 12) < 0.3 AS names_house,
      (SELECT string_agg(words[floor(size ^ roll(t * 64 + k, 13))::int], ' ' ORDER BY k) FROM generate_series(1, 5) AS k) AS few,
      (SELECT string_agg(words[floor(size ^ roll(t * 64 + k, 14))::int], ' ' ORDER BY k) FROM generate_series(1, 24) AS k) AS many
    FROM generate_series($1::int, $2::int) AS t JOIN word ON language = CASE WHEN roll(t, 10) < 0.6 THEN 'en' ELSE 'ru' END
  ), written AS (
    SELECT wording.n, CASE WHEN is_real THEN sample.title ELSE initcap(left(few, 1)) || substr(few, 2) END || CASE WHEN names_house THEN ' ' || invented_name(wording.n, 16, 3) ELSE '' END AS title,
      initcap(left(many, 1)) || substr(many, 2) || '.' AS description
    FROM wording JOIN sample_listing AS sample ON sample.n = 1 + floor((SELECT count(*) FROM sample_listing) * roll(wording.n, 15))
  )
  SELECT n, title, description, catalog.document_of(title, description) AS document FROM written`;

export const KNOWN_WORDS = `
  INSERT INTO vocabulary (word, letters)
  SELECT word, catalog.letters(word) FROM ts_stat($$SELECT to_tsvector('simple', catalog.words_in(title || ' ' || description)) FROM sample_text$$)
  WHERE length(word) BETWEEN 3 AND 30 AND word !~ '[^[:alpha:]]' ON CONFLICT DO NOTHING`;

/** Twenty stays each, as long as real ones were, one in each stretch of ${SLOT_DAYS} days; in the peak as long as the stretch. */
export const CALENDARS = `
  CREATE UNLOGGED TABLE sample_calendar AS
  WITH stay AS (
    SELECT n, from_day, from_day + nights AS to_day FROM (
      SELECT c AS n, nights, ${TODAY} + slot * ${SLOT_DAYS} + floor((${SLOT_DAYS} + 1 - nights) * roll(c * 32 + slot, 21))::int AS from_day
      FROM generate_series(1, 5000) AS c CROSS JOIN generate_series(0, 19) AS slot
      JOIN LATERAL (
        SELECT CASE WHEN slot * ${SLOT_DAYS} >= ${PEAK.from} AND slot * ${SLOT_DAYS} < ${PEAK.to} AND roll(c, 22) < 0.95 THEN ${SLOT_DAYS} ELSE sample.nights END AS nights
        FROM sample_stay AS sample WHERE sample.n = 1 + floor((SELECT count(*) FROM sample_stay) * roll(c * 32 + slot, 20))
      ) AS drawn ON true
      WHERE NOT (slot * ${SLOT_DAYS} >= ${PEAK.from} AND slot * ${SLOT_DAYS} < ${PEAK.to} AND roll(c, 22) >= 0.95)
    ) AS placed
  ), taken AS (
    SELECT n, array_agg(from_day::bigint ORDER BY from_day) AS taken_from, array_agg(to_day::bigint ORDER BY from_day) AS taken_to,
      range_agg(int4range(from_day, to_day)) AS days
    FROM stay GROUP BY n
  )
  SELECT n, taken_from, taken_to, array_fill(0, ARRAY[cardinality(taken_from)]) AS taken_free,
    (SELECT array_agg(day * 86400 + 36900 ORDER BY day) FROM unnest(taken_from) AS day) AS hour_from,
    (SELECT array_agg(day * 86400 + 46800 ORDER BY day) FROM unnest(taken_from) AS day) AS hour_to,
    (SELECT string_agg(CASE WHEN days @> ${TODAY} + (ring + 768 - ${TODAY} % 768) % 768 THEN '1' ELSE '0' END, '' ORDER BY ring)
      FROM generate_series(0, 767) AS ring)::bit(768) AS full_days
  FROM taken`;

/** One host for four listings, but the first of them have many. */
export const HOSTS = `
  INSERT INTO host (id, name, name_key, view, version)
  SELECT id, name, catalog.folded(name), '{"id":"' || id || '","name":' || to_json(name) || ',"avatarUrl":null}', 1
  FROM (
    SELECT host_id(k) AS id, first.word || ' ' || invented_name(k, 31, 2) AS name
    FROM generate_series($1::int, $2::int) AS k
    JOIN sample_word AS first ON first.language = 'name' AND first.n = 1 + floor((SELECT count(*) FROM sample_word WHERE language = 'name') * roll(k, 30))
  ) AS drawn`;

export const HOST_ID = `
  CREATE FUNCTION host_id(k bigint) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE
  BEGIN ATOMIC SELECT ('01900000-0000-7' || substr(md5('host ' || k), 1, 3) || '-8' || substr(md5('host ' || k), 4, 3) || '-' || substr(md5('host ' || k), 7, 12))::uuid; END`;

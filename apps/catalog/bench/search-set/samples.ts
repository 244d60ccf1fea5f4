import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { DataSource } from 'typeorm';
import { ENGLISH_WORDS, FIRST_NAMES, RUSSIAN_WORDS, SYLLABLES } from './vocabulary';

type Row = Readonly<Record<string, string>>;

/** Where the real data lies that the set is drawn from and searched with. */
export function sampleFolder(wanted: string | undefined): string {
  const places = wanted === undefined ? ['../shared/data', '../../shared/data'] : [wanted];
  const found = places.map((place) => resolve(place)).find((place) => existsSync(join(place, 'airbnb')));
  if (!found) throw new Error(`The listings to draw from are not at ${places.join(' or ')}; say where with --data.`);
  return found;
}

function rowsOf(folder: string, file: string): Row[] {
  const bytes = readFileSync(join(folder, file));
  return parse(file.endsWith('.gz') ? gunzipSync(bytes) : bytes, { columns: true, bom: true }) as Row[];
}

const LISTINGS = `
  CREATE UNLOGGED TABLE sample_listing AS
  SELECT row_number() OVER (ORDER BY id) AS n, btrim(name) AS title, amenities,
    (SELECT catalog.folded_all(amenities)) AS amenity_keys,
    CASE room_type WHEN 'Entire home/apt' THEN 'apartment' WHEN 'Hotel room' THEN 'hotel-room' WHEN 'Shared room' THEN 'shared-room' ELSE 'private-room' END AS category,
    least(accommodates::int, 16) AS guests, coalesce(nullif(bedrooms, '')::int, 1) AS rooms, coalesce(nullif(beds, '')::int, 1) AS beds,
    (coalesce(nullif(regexp_replace(price, '[$,]', '', 'g'), ''), '95')::numeric * 100)::bigint AS amount,
    minimum_nights::int AS min_nights, neighbourhood_cleansed AS district, latitude::float8 AS lat, longitude::float8 AS lng,
    coalesce(nullif(review_scores_rating, '')::float8, 0) AS rating, number_of_reviews::int AS reviews
  FROM (
    SELECT row.*, ARRAY(SELECT jsonb_array_elements_text(row.amenities_json::jsonb)) AS amenities
    FROM (SELECT r ->> 'amenities' AS amenities_json, r ->> 'id' AS id, r ->> 'name' AS name, r ->> 'room_type' AS room_type, r ->> 'accommodates' AS accommodates,
        r ->> 'bedrooms' AS bedrooms, r ->> 'beds' AS beds, r ->> 'price' AS price, r ->> 'minimum_nights' AS minimum_nights,
        r ->> 'neighbourhood_cleansed' AS neighbourhood_cleansed, r ->> 'latitude' AS latitude, r ->> 'longitude' AS longitude,
        r ->> 'review_scores_rating' AS review_scores_rating, r ->> 'number_of_reviews' AS number_of_reviews
      FROM jsonb_array_elements($1::jsonb) AS r) AS row
  ) AS listing`;

/** Unbroken runs of days on which a listing was taken; what is longer than two weeks was blocked rather than let. */
const STAYS = `
  CREATE UNLOGGED TABLE sample_stay AS
  SELECT row_number() OVER (ORDER BY listing_id, starts) AS n, starts, least(nights, 14) AS nights
  FROM (
    SELECT listing_id, min(day) AS starts, count(*)::int AS nights
    FROM (
      SELECT listing_id, day, day - row_number() OVER (PARTITION BY listing_id ORDER BY day) AS run
      FROM (SELECT r ->> 'listing_id' AS listing_id, r ->> 'available_bits' AS bits FROM jsonb_array_elements($1::jsonb) AS r) AS calendar
      CROSS JOIN LATERAL generate_series(1, length(bits)) AS day WHERE substr(bits, day, 1) = '0'
    ) AS taken GROUP BY listing_id, run
  ) AS stay WHERE nights > 0`;

/** The greatest cities come first; how many listings each has follows from its rank. */
const CITIES = `
  CREATE UNLOGGED TABLE sample_city AS
  SELECT rank, name, name_key, lat, lng, sum(rank ^ -0.65) OVER (ORDER BY rank) / sum(rank ^ -0.65) OVER () AS up_to
  FROM (
    SELECT row_number() OVER (ORDER BY population DESC, name) AS rank, * FROM (
      SELECT DISTINCT ON (catalog.folded(name)) name, catalog.folded(name) AS name_key, lat, lng, population
      FROM (SELECT coalesce(nullif(r ->> 'city', ''), r ->> 'region') AS name, (r ->> 'geo_lat')::float8 AS lat, (r ->> 'geo_lon')::float8 AS lng, (r ->> 'population')::int AS population
        FROM jsonb_array_elements($1::jsonb) AS r) AS city
      ORDER BY catalog.folded(name), population DESC
    ) AS named
  ) AS ranked WHERE rank <= 300`;

const STATIONS = `
  INSERT INTO station (id, name_en, name_ru, place)
  SELECT DISTINCT ON (r ->> 'city_id', r ->> 'station_id') (r ->> 'city_id') || '-' || (r ->> 'station_id'), r ->> 'station_name', r ->> 'station_name', catalog.point((r ->> 'lat')::float8, (r ->> 'lng')::float8)
  FROM jsonb_array_elements($1::jsonb) AS r ON CONFLICT DO NOTHING`;

const WORDS = `
  CREATE UNLOGGED TABLE sample_word AS
  SELECT 'en' AS language, n, word FROM unnest($1::text[]) WITH ORDINALITY AS list (word, n)
  UNION ALL SELECT 'ru', n, word FROM unnest($2::text[]) WITH ORDINALITY AS list (word, n)
  UNION ALL SELECT 'name', n, word FROM unnest($3::text[]) WITH ORDINALITY AS list (word, n)
  UNION ALL SELECT 'syllable', n, word FROM unnest($4::text[]) WITH ORDINALITY AS list (word, n)`;

/** Brings the real data in, as tables that stand there while the set is drawn. */
export async function bringSamples(source: DataSource, wantedFolder: string | undefined): Promise<void> {
  const folder = sampleFolder(wantedFolder);
  const files: readonly (readonly [sql: string, file: string])[] = [
    [LISTINGS, 'airbnb/albany_listings.csv.gz'],
    [STAYS, 'airbnb/albany_calendar_bits.csv.gz'],
    [CITIES, 'geo/ru_cities.csv.gz'],
    [STATIONS, 'geo/metro.en.csv'],
  ];
  for (const [sql, file] of files) await source.query(sql, [JSON.stringify(rowsOf(folder, file))]);
  await source.query(WORDS, [ENGLISH_WORDS, RUSSIAN_WORDS, FIRST_NAMES, SYLLABLES]);
}


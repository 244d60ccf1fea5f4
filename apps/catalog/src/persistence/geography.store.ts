import type { DistrictTerms, StationTerms } from '@bookable/contracts-catalog';
import { newId } from '@bookable/kernel';
import { Database, type Queryable, type Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { districtNames } from '../domain/district-keys';

const NOBODY = '00000000-0000-0000-0000-000000000000';

const KEEP_STATIONS = `
  INSERT INTO station (id, source, name_en, name_ru, city, line, lat, lng, place)
    SELECT $1 || ':' || "externalId", $1, name ->> 'en', name ->> 'ru', city, line, lat, lng, catalog.point(lat, lng)
    FROM jsonb_to_recordset($2) AS told ("externalId" text, name jsonb, city text, line jsonb, lat float8, lng float8) ORDER BY 1
  ON CONFLICT (id) DO UPDATE SET (name_en, name_ru, city, line, lat, lng, place) =
    (excluded.name_en, excluded.name_ru, excluded.city, excluded.line, excluded.lat, excluded.lng, excluded.place)`;

const KEEP_DISTRICTS = `
  INSERT INTO district AS known (id, source, external_id, city, city_key, name_en, name_ru, keys, area)
    SELECT id, $1, "externalId", city, catalog.folded(city), name ->> 'en', name ->> 'ru', catalog.folded_all(names), area
    FROM jsonb_to_recordset($2) AS told (id uuid, "externalId" text, city text, name jsonb, names text[], area jsonb) ORDER BY "externalId"
  ON CONFLICT (source, external_id) DO UPDATE SET (city, city_key, name_en, name_ru, keys, area) =
    (excluded.city, excluded.city_key, excluded.name_en, excluded.name_ru, excluded.keys, excluded.area)
    WHERE (known.city, known.name_en, known.name_ru, known.area) IS DISTINCT FROM (excluded.city, excluded.name_en, excluded.name_ru, excluded.area)`;

const KNOWN = `
  SELECT (SELECT count(*)::int FROM station) AS stations, (SELECT count(*)::int FROM district) AS districts,
    EXISTS (SELECT FROM listing_placing) AS "isPlacing",
    (SELECT count(*)::int FROM listing_placing JOIN listing ON listing.id > listing_placing.after) AS "listingsToPlace"`;

/** What is known of the map, and how far listings are placed on it. */
export interface Geography {
  readonly stations: number;
  readonly districts: number;
  readonly isPlacing: boolean;
  readonly listingsToPlace: number;
}

/** Keeps stations and districts, and puts listings where they lie between them. */
@Injectable()
export class GeographyStore {
  constructor(private readonly database: Database) {}

  async keepStations(tx: Transaction, source: string, stations: readonly StationTerms[]): Promise<void> {
    await tx.query(KEEP_STATIONS, [source, JSON.stringify(stations)]);
  }

  /** Borders of some thousand corners are taken apart as they are written, which on a busy machine outlasts a usual statement. */
  async keepDistricts(tx: Transaction, source: string, districts: readonly DistrictTerms[]): Promise<void> {
    const told = districts.map((district) => ({ ...district, id: newId(), names: districtNames(district.name) }));
    await tx.query(`SET LOCAL statement_timeout = '15s'`);
    await tx.query(KEEP_DISTRICTS, [source, JSON.stringify(told)], { silenceMs: 16_000 });
  }

  /** Forgets the stations of a source but these. */
  async keepOnlyStations(tx: Transaction, source: string, externalIds: readonly string[]): Promise<void> {
    await tx.query(`DELETE FROM station WHERE source = $1 AND id <> ALL (SELECT $1 || ':' || known FROM unnest($2::text[]) AS known)`, [source, externalIds]);
  }

  /** Forgets the districts of a source but these. */
  async keepOnlyDistricts(tx: Transaction, source: string, externalIds: readonly string[]): Promise<void> {
    await tx.query('DELETE FROM district WHERE source = $1 AND external_id <> ALL ($2::text[])', [source, externalIds]);
  }

  /** Has every listing looked at anew, from the first one on. */
  async placeAllAnew(tx: Transaction): Promise<void> {
    await tx.query('INSERT INTO listing_placing (after) VALUES ($1) ON CONFLICT (is_one) DO UPDATE SET after = excluded.after', [NOBODY]);
  }

  /** Places the next listings, if any are left and nobody else is at it; false where there is nothing to do. */
  async placeNext(tx: Transaction, atMost: number): Promise<boolean> {
    const [placing] = await tx.query<{ after: string }>('SELECT after FROM listing_placing FOR UPDATE SKIP LOCKED');
    if (!placing) return false;
    const [{ last } = { last: null }] = await tx.query<{ last: string | null }>('SELECT catalog.place_some($1, $2) AS last', [placing.after, atMost]);
    if (last === null) await tx.query('DELETE FROM listing_placing');
    else await tx.query('UPDATE listing_placing SET after = $1', [last]);
    return last !== null;
  }

  async known(on: Queryable = this.database): Promise<Geography> {
    const [known] = await on.query<Geography>(KNOWN);
    return known!;
  }
}

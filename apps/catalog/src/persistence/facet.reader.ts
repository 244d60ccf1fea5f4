import { Injectable } from '@nestjs/common';
import { Database } from '@bookable/platform-database';

/** What anybody may find: counts are told to everybody alike, so nothing that only followers see is in them. */
const FOR_EVERYBODY = `status = 'active' AND privacy IS DISTINCT FROM 'followers'`;

const asPage = (rows: string) => `SELECT '{"items":' || coalesce(json_agg(json_strip_nulls(row_to_json(facet)))::text, '[]') || ',"nextCursor":null}' AS page FROM (${rows}) AS facet`;

const CATEGORIES = asPage(`
  SELECT coalesce(c.code, used.code) AS code, json_build_object('en', coalesce(c.name_en, used.code), 'ru', coalesce(c.name_ru, used.code)) AS name,
    coalesce(used.count, 0) AS count, coalesce(c.kinds, used.kinds) AS kinds
  FROM (SELECT * FROM category WHERE $1::text IS NULL OR $1 = ANY(kinds)) AS c
  FULL JOIN (
    SELECT category_key AS code, count(*)::int AS count, array_agg(DISTINCT kind) AS kinds FROM search_entry
    WHERE ${FOR_EVERYBODY} AND category_key IS NOT NULL AND ($1::text IS NULL OR kind = $1) GROUP BY category_key
  ) AS used USING (code)
  ORDER BY c.place, coalesce(used.count, 0) DESC, code`);

const AMENITIES = asPage(`
  SELECT used.code, json_build_object('en', coalesce(a.name_en, used.code), 'ru', coalesce(a.name_ru, used.code)) AS name, used.count
  FROM (
    SELECT code, count(*)::int AS count FROM search_entry, unnest(amenity_keys) AS code
    WHERE ${FOR_EVERYBODY} AND ($1::text IS NULL OR kind = $1) GROUP BY code
  ) AS used LEFT JOIN amenity AS a USING (code)
  ORDER BY used.count DESC, used.code LIMIT 500`);

const CITIES = asPage(`
  SELECT mode() WITHIN GROUP (ORDER BY city) AS name, count(*)::int AS count, avg(lat) AS lat, avg(lng) AS lng FROM search_entry
  WHERE ${FOR_EVERYBODY} AND ($1::text IS NULL OR kind = $1) GROUP BY city_key ORDER BY count(*) DESC, city_key LIMIT 1000`);

const DISTRICTS = asPage(`
  SELECT name, count, CASE WHEN d.id IS NOT NULL THEN json_build_object('en', d.name_en, 'ru', d.name_ru) END AS names
  FROM (
    SELECT mode() WITHIN GROUP (ORDER BY district) AS name, count(*)::int AS count, district_key, mode() WITHIN GROUP (ORDER BY district_id) AS district_id
    FROM search_entry
    WHERE ${FOR_EVERYBODY} AND ($1::text IS NULL OR kind = $1) AND city_key = catalog.folded($2) AND district_key IS NOT NULL
    GROUP BY district_key
  ) AS used LEFT JOIN district AS d ON d.id = used.district_id
  ORDER BY count DESC, district_key LIMIT 1000`);

/** What there is to filter by, with counts of active listings. */
@Injectable()
export class FacetReader {
  constructor(private readonly database: Database) {}

  categories(kind?: string): Promise<Buffer> {
    return this.page(CATEGORIES, 'list-categories', kind);
  }

  amenities(kind?: string): Promise<Buffer> {
    return this.page(AMENITIES, 'list-amenities', kind);
  }

  cities(kind?: string): Promise<Buffer> {
    return this.page(CITIES, 'list-cities', kind);
  }

  districts(city: string, kind?: string): Promise<Buffer> {
    return this.page(DISTRICTS, 'list-districts', kind, city);
  }

  private async page(sql: string, name: string, kind: string | undefined, ...more: string[]): Promise<Buffer> {
    const [row] = await this.database.query<{ page: string }>(sql, [kind ?? null, ...more], { name });
    return Buffer.from(row?.page ?? '');
  }
}

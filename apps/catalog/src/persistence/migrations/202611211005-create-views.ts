import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How rows become the JSON of the contracts: written once here, for lists and single answers alike. */
export class CreateViews202611211005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION catalog.instant(moment timestamptz) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      BEGIN ATOMIC
        SELECT to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
      END;
      CREATE FUNCTION catalog.nameless_host(owner uuid) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      BEGIN ATOMIC
        SELECT '{"id":"' || owner || '","name":null,"avatarUrl":null}';
      END;
      CREATE FUNCTION catalog.rating_view(average float8, votes int) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
      BEGIN ATOMIC
        SELECT '{"average":' || CASE WHEN votes > 0 THEN average::text ELSE 'null' END || ',"count":' || votes || '}';
      END;
      CREATE FUNCTION catalog.photo_views(id uuid) RETURNS json LANGUAGE sql STABLE PARALLEL SAFE
      BEGIN ATOMIC
        SELECT coalesce(json_agg(json_build_object(
          'id', photo.id,
          'urls', json_build_object('small', small_url, 'medium', medium_url, 'large', large_url),
          'width', width, 'height', height) ORDER BY photo.place, photo.id), '[]')
        FROM photo WHERE photo.listing_id = photo_views.id;
      END`);
    await runner.query(`
      CREATE FUNCTION catalog.summary_of(l listing) RETURNS text LANGUAGE plpgsql STABLE AS $$
      BEGIN
        RETURN left(row_to_json(summary)::text, -1) FROM (
          SELECT l.id, l.kind, l.status, l.owner_id AS "ownerId", l.title, l.category, l.tags, l.amenities,
            json_strip_nulls(json_build_object('address', l.address, 'city', l.city, 'district', l.district, 'lat', l.lat, 'lng', l.lng)) AS location,
            l.time_zone AS "timeZone", l.price, l.capacity, l.booking, l.details, catalog.photo_views(l.id) AS photos,
            catalog.instant(l.created_at) AS "createdAt", l.version
        ) AS summary;
      END $$`);
    await runner.query(`
      CREATE FUNCTION catalog.page_of(l listing) RETURNS text LANGUAGE plpgsql STABLE AS $$
      BEGIN
        RETURN (SELECT s.summary
            || ',"description":' || to_json(l.description) || ',"terms":' || coalesce(to_json(l.terms)::text, 'null')
            || ',"updatedAt":"' || catalog.instant(l.updated_at) || '","host":' || coalesce(h.view, catalog.nameless_host(l.owner_id))
            || ',"rating":' || catalog.rating_view(e.rating_average, e.rating_count) || '}'
          FROM search_entry AS e JOIN listing_summary AS s USING (listing_id) LEFT JOIN host AS h ON h.id = l.owner_id
          WHERE e.listing_id = l.id);
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION catalog.page_of, catalog.summary_of, catalog.photo_views, catalog.rating_view, catalog.nameless_host, catalog.instant`);
  }
}

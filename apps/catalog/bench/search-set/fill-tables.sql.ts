import { SET_NOW } from './draw-samples.sql';

const START = `timestamptz '${SET_NOW.toISOString()}'`;

/** Which samples make which listing. Ids grow with time, a listing every thirty seconds until the set stands. */
export const DRAWN = `
  INSERT INTO drawn
  SELECT n, (lpad(to_hex(made_ms), 12, '0') || '7' || substr(hash, 1, 3) || '8' || substr(hash, 4, 15))::uuid AS id, to_timestamp(made_ms / 1000) AS made_at,
    CASE WHEN die < 0.70 THEN 'apartment' WHEN die < 0.75 THEN 'room' WHEN die < 0.85 THEN 'item' WHEN die < 0.95 THEN 'workspace' ELSE 'event' END AS kind,
    1 + floor(samples * roll(n, 2))::int AS sample, 1 + width_bucket(roll(n, 3), edges) AS city, 1 + floor(texts * roll(n, 4))::int AS text,
    1 + floor(5000 * roll(n, 5))::int AS calendar, host_id(floor(hosts * roll(n, 6) ^ 2)::bigint) AS owner_id
  FROM (
    SELECT n, md5('listing ' || n) AS hash, roll(n, 1) AS die, (extract(epoch FROM ${START}) * 1000)::bigint - ($3::int - n) * 30000::bigint AS made_ms
    FROM generate_series($1::int, $2::int) AS n
  ) AS made CROSS JOIN (
    SELECT (SELECT count(*) FROM sample_listing) AS samples, (SELECT count(*) FROM sample_text) AS texts, (SELECT count(*) FROM host) AS hosts,
      (SELECT array_agg(up_to ORDER BY rank) FROM sample_city WHERE rank < 300) AS edges
  ) AS sizes`;

export const DRAWN_TABLE = `
  CREATE UNLOGGED TABLE drawn (
    n int, id uuid, made_at timestamptz, kind text, sample int, city int, text int, calendar int, owner_id uuid)`;

const OPENING_HOURS = `(SELECT jsonb_agg(jsonb_build_object('weekday', weekday, 'opens', '09:00', 'closes', '21:00')) FROM generate_series(1, 6) AS weekday)`;

export const LISTINGS = `
  INSERT INTO listing (id, owner_id, kind, status, title, description, category, tags, amenities, address, city, district, lat, lng, time_zone,
    price, capacity, booking, terms, details, version, created_at, updated_at)
  SELECT id, owner_id, kind, CASE WHEN roll(n, 40) < 0.97 THEN 'active' WHEN roll(n, 40) < 0.99 THEN 'inactive' ELSE 'archived' END, title, description,
    CASE kind WHEN 'item' THEN (ARRAY['tools', 'photo', 'sport', 'party', 'garden'])[1 + floor(5 * roll(n, 41))] WHEN 'workspace' THEN (ARRAY['desk', 'meeting-room'])[1 + floor(2 * roll(n, 41))]
      WHEN 'event' THEN (ARRAY['concert', 'screening', 'lecture'])[1 + floor(3 * roll(n, 41))] ELSE category END,
    CASE WHEN roll(n, 42) < 0.5 THEN '{}' WHEN roll(n, 42) < 0.8 THEN '{family}' WHEN roll(n, 42) < 0.98 THEN '{family,quiet}' ELSE '{quiet,wheelchair}' END::text[],
    CASE WHEN kind IN ('apartment', 'room') THEN amenities ELSE amenities[1:6] END, NULL, city, district,
    city_lat + 1.5 * (lat - 42.66) + 0.04 * (roll(n, 43) - 0.5), city_lng + 1.5 * (lng + 73.77) + 0.06 * (roll(n, 44) - 0.5),
    CASE WHEN city_lng < 50 THEN 'Europe/Moscow' WHEN city_lng < 75 THEN 'Asia/Yekaterinburg' ELSE 'Asia/Novosibirsk' END,
    jsonb_build_object('currency', CASE WHEN city_rank % 5 = 0 THEN 'EUR' ELSE 'RUB' END,
      'per', CASE kind WHEN 'item' THEN 'day' WHEN 'workspace' THEN 'hour' WHEN 'event' THEN 'seat' ELSE 'night' END,
      'amount', greatest(100, round(amount * (0.4 + 1.6 * roll(n, 45)) / 100) * 100)::bigint),
    CASE kind WHEN 'apartment' THEN 1 WHEN 'room' THEN 2 + floor(20 * roll(n, 46)) WHEN 'event' THEN 20 + floor(480 * roll(n, 46)) ELSE 1 + floor(4 * roll(n, 46)) END::int,
    jsonb_build_object('approval', 'instant', 'minUnits', CASE WHEN kind IN ('apartment', 'room') THEN least(min_nights, 30) ELSE 1 END)
      || CASE kind WHEN 'workspace' THEN jsonb_build_object('openingHours', ${OPENING_HOURS}) ELSE '{}' END, NULL,
    CASE kind WHEN 'apartment' THEN jsonb_build_object('rooms', rooms, 'beds', beds, 'guests', guests)
      WHEN 'room' THEN jsonb_build_object('hotelId', owner_id, 'category', 'standard', 'beds', beds, 'minibar', false)
      WHEN 'workspace' THEN jsonb_build_object('seatType', 'desk')
      WHEN 'event' THEN jsonb_build_object('startsAt', catalog.instant(begins), 'endsAt', catalog.instant(begins + interval '3 hours'),
        'privacy', CASE WHEN roll(n, 47) < 0.8 THEN 'everyone' ELSE 'followers' END, 'paid', roll(n, 48) < 0.6)
      ELSE '{"parameters": {}}' END, 1, made_at, made_at
  FROM (
    SELECT drawn.n, drawn.id, drawn.made_at, drawn.kind, drawn.owner_id, text.title, text.description, sample.category, sample.amenities, sample.lat, sample.lng,
      sample.amount, sample.min_nights, sample.rooms, sample.beds, sample.guests, city.name AS city, city.rank AS city_rank, city.lat AS city_lat, city.lng AS city_lng,
      CASE WHEN city.rank <= 100 THEN sample.district END AS district,
      ${START} + floor(2400 * roll(drawn.n, 49)) * interval '3 hours' AS begins
    FROM drawn JOIN sample_listing AS sample ON sample.n = drawn.sample JOIN sample_city AS city ON city.rank = drawn.city JOIN sample_text AS text ON text.n = drawn.text
    WHERE drawn.n BETWEEN $1 AND $2 ORDER BY drawn.n
  ) AS made`;

/** The same columns that \`catalog.shelve\` writes, and what other services would have told. That they agree is checked after the load. */
export const SEARCH_ENTRIES = `
  INSERT INTO search_entry (
    listing_id, owner_id, status, kind, unit, category_key, city, city_key, district, district_key, district_keys, time_zone, price_amount, currency,
    capacity, party, min_units, max_units, opening, privacy, is_paid, starts_at, ends_at, lat, lng, place, spot, station_id, station_metres,
    rating_average, rating_count, rating_version, availability_version, offered, full_days, taken_from, taken_to, taken_free, tag_keys, amenity_keys, document)
  SELECT l.id, l.owner_id, l.status, l.kind, unit, l.category, l.city, city.name_key, l.district, lower(l.district), CASE WHEN l.district IS NULL THEN '{}' ELSE ARRAY[lower(l.district)] END, l.time_zone,
    (l.price ->> 'amount')::bigint, l.price ->> 'currency', l.capacity,
    CASE l.kind WHEN 'apartment' THEN (l.details ->> 'guests')::int WHEN 'room' THEN (l.details ->> 'beds')::int ELSE l.capacity END,
    (l.booking ->> 'minUnits')::int, 2147483647, CASE l.kind WHEN 'workspace' THEN hours.opening END,
    l.details ->> 'privacy', (l.details ->> 'paid')::boolean, starts_at, ends_at, l.lat, l.lng, here, point(l.lng, l.lat), near.id, near.metres,
    CASE WHEN reviews > 0 THEN least(5, round((rating + 0.3 * (roll(drawn.n, 50) - 0.5))::numeric, 2)) ELSE 0 END, CASE WHEN reviews > 0 THEN 1 + floor(reviews * roll(drawn.n, 51)) ELSE 0 END, 1,
    1, l.capacity, CASE WHEN unit IN ('night', 'day') THEN full_days ELSE repeat('0', 768)::bit(768) END,
    CASE unit WHEN 'session' THEN ARRAY[extract(epoch FROM starts_at)::bigint] WHEN 'hour' THEN hour_from ELSE calendar.taken_from END,
    CASE unit WHEN 'session' THEN ARRAY[extract(epoch FROM ends_at)::bigint] WHEN 'hour' THEN hour_to ELSE calendar.taken_to END,
    CASE unit WHEN 'session' THEN ARRAY[floor(l.capacity * roll(drawn.n, 52))::int] ELSE calendar.taken_free END,
    l.tags, CASE WHEN l.kind IN ('apartment', 'room') THEN sample.amenity_keys ELSE catalog.folded_all(l.amenities) END, text.document
  FROM drawn JOIN listing AS l USING (id) JOIN sample_listing AS sample ON sample.n = drawn.sample JOIN sample_city AS city ON city.rank = drawn.city
  JOIN sample_text AS text ON text.n = drawn.text JOIN sample_calendar AS calendar ON calendar.n = drawn.calendar
  CROSS JOIN LATERAL (SELECT catalog.point(l.lat, l.lng) AS here, (l.details ->> 'startsAt')::timestamptz AS starts_at, (l.details ->> 'endsAt')::timestamptz AS ends_at,
    CASE l.kind WHEN 'item' THEN 'day' WHEN 'workspace' THEN 'hour' WHEN 'event' THEN 'session' ELSE 'night' END AS unit) AS derived
  CROSS JOIN LATERAL (SELECT station.id, catalog.distance(station.place, here) AS metres FROM station ORDER BY station.place <-> here LIMIT 1) AS near
  CROSS JOIN (SELECT catalog.opening_of(${OPENING_HOURS}) AS opening) AS hours
  WHERE drawn.n BETWEEN $1 AND $2 ORDER BY drawn.n`;

export const SUMMARIES = `
  INSERT INTO listing_summary SELECT l.id, catalog.summary_of(l) FROM drawn JOIN listing AS l USING (id) WHERE drawn.n BETWEEN $1 AND $2 ORDER BY drawn.n`;

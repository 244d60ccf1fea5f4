import type { Client } from 'pg';

/** Resources that take a booking each night, and two that take as many as come; `number` tells them apart. */
const RESOURCES = `
  INSERT INTO resource (id, owner_id, kind, unit, title, time_zone, capacity, price, rules, is_offered, version)
  SELECT gen_random_uuid(), md5('owner ' || number % 500)::uuid, 'apartment', 'night', 'Flat ' || number, 'Europe/Riga',
    CASE WHEN number <= 2 THEN 1000000 ELSE 1 END,
    '{"currency": "EUR", "per": "night", "amount": 30000, "cleaningFee": 3000}', '{"approval": "instant"}', true, 1
  FROM generate_series(1, $1::integer) AS number`;

/** Nights that are over or soon, one after the other for each resource, so that each has about as many. */
const NIGHTS = `
  CREATE TEMPORARY TABLE night AS
  SELECT gen_random_uuid() AS id, place.id AS resource_id, place.owner_id, gen_random_uuid() AS renter_id, current_date - (turn / places.count)::integer AS day
  FROM generate_series(0, $1::bigint - 1) AS turn
  CROSS JOIN (SELECT count(*) FROM resource WHERE capacity = 1) AS places
  JOIN (SELECT row_number() OVER () - 1 AS number, id, owner_id FROM resource WHERE capacity = 1) AS place ON place.number = turn % places.count`;

const BOOKINGS = `
  INSERT INTO booking (id, resource_id, kind, renter_id, owner_id, stay_from, stay_to, starts_at, ends_at, quantity, total_amount, currency, quote, status, last_action, last_actor_id, created_at, updated_at)
  SELECT id, resource_id, 'apartment', renter_id, owner_id, day, day + 1, day + time '14:00', day + 1 + time '12:00', 1, 33000, 'EUR',
    '{"total": {"amount": 33000, "currency": "EUR"}, "lines": [{"label": "1 night", "units": 1, "unitAmount": 33000, "amount": 33000, "rule": "unit"}]}',
    'completed', 'complete', owner_id, now(), now()
  FROM night`;

const CLAIMS = `
  INSERT INTO claim (id, resource_id, unit_id, during, quantity, capacity, kind, booking_id)
  SELECT id, resource_id, resource_id, tstzrange(day + time '14:00', day + 1 + time '12:00'), 1, 1, 'booking', id FROM night`;

/** Fills an empty database with so many resources and bookings, by SQL alone. */
export async function seed(client: Client, resources: number, bookings: number): Promise<void> {
  await client.query(RESOURCES, [resources]);
  await client.query(NIGHTS, [bookings]);
  await client.query(BOOKINGS);
  await client.query(CLAIMS);
  await client.query('VACUUM ANALYZE');
}

import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';

/** A request as the service writes one, with what differs left to be filled in by the database. */
function requestTemplate(): string {
  const quote = { total: { amount: 33_000, currency: 'EUR' }, lines: [{ label: '1 night', units: 1, unitAmount: 30_000, amount: 30_000, rule: 'unit' }, { label: 'Cleaning', units: 1, unitAmount: 3_000, amount: 3_000, rule: 'cleaning-fee' }] };
  const view = { id: '$ID', listingId: '$RESOURCE', kind: 'apartment', renterId: '$RENTER', ownerId: '$OWNER', from: '$FROM', to: '$TO', startsAt: '$FROMT14:00:00Z', endsAt: '$TOT12:00:00Z', quantity: 1, total: quote.total, quote, status: 'confirmed', createdAt: new Date().toISOString(), updatedAt: new Date().toISOString() };
  return JSON.stringify([
    {
      ordinal: 0, id: '$ID', resource_id: '$RESOURCE', revision: '$REVISION', kind: 'apartment', renter_id: '$RENTER', owner_id: '$OWNER',
      stay_from: '$FROM', stay_to: '$TO', starts_at: view.startsAt, ends_at: view.endsAt, quantity: 1, total_amount: 33_000, currency: 'EUR', quote,
      status: 'confirmed', action: 'request', actor_id: '$RENTER', created_at: view.createdAt, takes_places: true,
      message_id: '$ID', topic: 'booking.booking.confirmed', aggregate_id: '$ID', occurred_at: view.createdAt, request_id: '$ID',
      actor: { userId: '$RENTER', roles: ['renter'] }, payload: JSON.stringify({ ...view, action: 'request', listingTitle: 'Flat', timeZone: 'Europe/Riga', actorId: '$RENTER', version: 1 }),
    },
  ]);
}

/**
 * Each call places one booking as the service would, and does nothing else: `bench_place` books the next night nobody
 * has booked, spread over all resources; `bench_place_at` asks for the same night of the same resource again and again.
 */
const FUNCTIONS = `
  CREATE SEQUENCE bench_place_number MINVALUE 0;
  CREATE TABLE bench_resource AS SELECT row_number() OVER () - 1 AS number, id, revision, owner_id FROM resource;
  CREATE UNIQUE INDEX ON bench_resource (number);
  CREATE UNIQUE INDEX ON bench_resource (id);
  CREATE TABLE bench_template (body text NOT NULL);
  CREATE FUNCTION bench_place_one(place bench_resource, renter text, night date) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE
    body text := (SELECT bench_template.body FROM bench_template);
  BEGIN
    body := replace(replace(replace(body, '$ID', gen_random_uuid()::text), '$RESOURCE', place.id::text), '$REVISION', place.revision::text);
    body := replace(replace(replace(replace(body, '$RENTER', renter), '$OWNER', place.owner_id::text), '$FROM', night::text), '$TO', (night + 1)::text);
    RETURN (SELECT outcome FROM place_bookings(body::json, ARRAY[place.id], now()));
  END $$;
  CREATE FUNCTION bench_place(resources bigint) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE
    turn bigint := nextval('bench_place_number');
    place bench_resource;
  BEGIN
    SELECT * INTO place FROM bench_resource WHERE bench_resource.number = turn % resources;
    RETURN bench_place_one(place, '$THE_RENTER', current_date + 10 + (turn / resources)::int);
  END $$;
  CREATE FUNCTION bench_place_at(asked_id uuid, night_from_today integer) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE
    place bench_resource;
  BEGIN
    SELECT * INTO place FROM bench_resource WHERE bench_resource.id = asked_id;
    RETURN bench_place_one(place, gen_random_uuid()::text, current_date + night_from_today);
  END $$`;

/** Makes the functions that a floor consists of, over the resources that are there. */
export async function createFloorFunctions(client: Client): Promise<void> {
  await client.query(FUNCTIONS.replace('$THE_RENTER', randomUUID()));
  await client.query('INSERT INTO bench_template VALUES ($1)', [requestTemplate()]);
}

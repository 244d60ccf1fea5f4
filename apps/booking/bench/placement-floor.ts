import { randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventPublisher } from '@bookable/platform-bus';
import { openDatabase } from '@bookable/platform-database';
import { EmbeddedPostgres } from '@bookable/platform-embedded-postgres';
import { Client } from 'pg';
import { MIGRATIONS } from '../src/persistence/migrations';

/** Nobody listens on a floor: what is told stays in the outbox. */
class SilentPublisher extends EventPublisher {
  override publish(): Promise<void> {
    return Promise.resolve();
  }
}

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

/** One call books the next night nobody has booked, spread over all resources. */
const BENCH_PLACE = `
  CREATE SEQUENCE bench_place_number MINVALUE 0;
  CREATE TABLE bench_resource AS SELECT row_number() OVER () - 1 AS number, id, revision, owner_id FROM resource;
  CREATE UNIQUE INDEX ON bench_resource (number);
  CREATE TABLE bench_template (body text NOT NULL);
  CREATE FUNCTION bench_place(resources bigint) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE
    turn bigint := nextval('bench_place_number');
    place bench_resource;
    night date;
    body text := (SELECT bench_template.body FROM bench_template);
  BEGIN
    SELECT * INTO place FROM bench_resource WHERE bench_resource.number = turn % resources;
    night := current_date + 10 + (turn / resources)::int;
    body := replace(replace(replace(body, '$ID', gen_random_uuid()::text), '$RESOURCE', place.id::text), '$REVISION', place.revision::text);
    body := replace(replace(replace(replace(body, '$RENTER', $3_renter), '$OWNER', place.owner_id::text), '$FROM', night::text), '$TO', (night + 1)::text);
    RETURN (SELECT outcome FROM place_bookings(body::json, ARRAY[place.id], now()));
  END $$`;

/** Takes over the resources of a running system into a booking database of its own, whose functions are called and nothing else. */
async function prepare(systemUrl: string): Promise<void> {
  const server = await EmbeddedPostgres.start({ folder: await mkdtemp(join(tmpdir(), 'bookable-floor-')), isDurable: true });
  const opened = await openDatabase({ service: 'booking', databaseUrl: server.url, entities: [], migrations: MIGRATIONS }, new SilentPublisher());
  const [source, floor] = [new Client({ connectionString: systemUrl }), new Client({ connectionString: server.url, options: '-c search_path=booking,extensions,public' })];
  await Promise.all([source.connect(), floor.connect()]);
  const { rows } = await source.query<{ resources: string }>('SELECT json_agg(resource)::text AS resources FROM booking.resource');
  await floor.query('INSERT INTO resource SELECT * FROM json_populate_recordset(NULL::resource, $1)', [rows[0]?.resources]);
  await floor.query(BENCH_PLACE.replace('$3_renter', `'${randomUUID()}'`));
  await floor.query('INSERT INTO bench_template VALUES ($1)', [requestTemplate()]);
  await Promise.all([source.end(), floor.end()]);
  process.once('SIGTERM', () => void opened.close().then(() => server.destroy()).then(() => process.exit(0)));
  process.send?.({ databaseUrl: server.url });
}

void prepare(process.env['DATABASE_URL']!);

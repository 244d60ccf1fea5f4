import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventPublisher } from '@bookable/platform-bus';
import { openDatabase } from '@bookable/platform-database';
import { EmbeddedPostgres } from '@bookable/platform-embedded-postgres';
import { Client } from 'pg';
import { MIGRATIONS } from '../src/persistence/migrations';
import { createFloorFunctions } from './floor-functions';

/** Nobody listens on a floor: what is told stays in the outbox. */
class SilentPublisher extends EventPublisher {
  override publish(): Promise<void> {
    return Promise.resolve();
  }
}

/** Takes over the resources of a running system into a booking database of its own, whose functions are called and nothing else. */
async function prepare(systemUrl: string): Promise<void> {
  const server = await EmbeddedPostgres.start({ folder: await mkdtemp(join(tmpdir(), 'bookable-floor-')), isDurable: true });
  const opened = await openDatabase({ service: 'booking', databaseUrl: server.url, entities: [], migrations: MIGRATIONS }, new SilentPublisher());
  const [source, floor] = [new Client({ connectionString: systemUrl }), new Client({ connectionString: server.url, options: '-c search_path=booking,extensions,public' })];
  await Promise.all([source.connect(), floor.connect()]);
  const { rows } = await source.query<{ resources: string }>('SELECT json_agg(resource)::text AS resources FROM booking.resource');
  await floor.query('INSERT INTO resource SELECT * FROM json_populate_recordset(NULL::resource, $1)', [rows[0]?.resources]);
  await createFloorFunctions(floor);
  await Promise.all([source.end(), floor.end()]);
  process.once('SIGTERM', () => void opened.close().then(() => server.destroy()).then(() => process.exit(0)));
  process.send?.({ databaseUrl: server.url });
}

void prepare(process.env['DATABASE_URL']!);

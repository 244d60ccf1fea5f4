import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PostgresNode } from '@bookable/platform-embedded-postgres';
import { TcpProxy } from '@bookable/platform-faults';
import { Client } from 'pg';
import { BOUND_MS, FaultSuite, IS_FULL } from '../src/faults/fault-suite';
import type { Outages } from '../src/outcome/outages';

const CLIENTS = IS_FULL ? 16 : 6;
const LASTS_MS = IS_FULL ? 30_000 : 4_000;
const RESTARTS = IS_FULL ? 5 : 1;
/** So many connections are taken at once, faster than the services come back for theirs. */
const AT_ONCE = 20;
const SERVICES = `datname = current_database() AND backend_type = 'client backend' AND usename <> 'postgres'`;

/** Reading the copy that searches are answered from takes far longer than a statement may; only for who is no superuser. */
const SLOW_SEARCHES = `
  CREATE FUNCTION catalog.dawdle() RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$ BEGIN PERFORM pg_sleep(60); RETURN true; END $$;
  CREATE POLICY lets_all ON catalog.search_entry USING (true) WITH CHECK (true);
  CREATE POLICY dawdles ON catalog.search_entry AS RESTRICTIVE FOR SELECT USING (catalog.dawdle());
  ALTER TABLE catalog.search_entry ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`;
const QUICK_SEARCHES = `
  ALTER TABLE catalog.search_entry DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;
  DROP POLICY dawdles ON catalog.search_entry; DROP POLICY lets_all ON catalog.search_entry; DROP FUNCTION catalog.dawdle()`;

describe('a database that fails in every way while people book', () => {
  let server: PostgresNode;
  let way: TcpProxy;
  const suite = FaultSuite.of(async ({ whenOver }) => {
    server = await PostgresNode.start(await mkdtemp(join(tmpdir(), 'bookable-own-postgres-')), { max_connections: '100' });
    whenOver(() => server.destroy());
    way = new TcpProxy(new URL(server.url));
    await way.open();
    whenOver(() => way.close());
    return { databaseUrl: way.url };
  });
  const endure = (fault: string, happens: (outages: Outages) => Promise<void>) => suite.endure(fault, CLIENTS, happens);

  const session = async (): Promise<Client> => {
    const client = new Client({ connectionString: server.url });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };

  it('is missed by nobody for longer than it is away: Postgres is restarted without warning', () =>
    endure('Postgres is restarted without warning', async (outages) => {
      for (let time = 0; time < RESTARTS; time += 1) {
        await pause(suite.chance.integer(500, 2_000));
        const isOver = outages.strikes('restart');
        await server.restart('immediate');
        isOver();
      }
    }), BOUND_MS);

  it('has no connection left: somebody takes all connections of Postgres', () =>
    endure('somebody takes all connections of Postgres', async (outages) => {
      await pause(500);
      const isOver = outages.strikes('taken');
      const holders = await takeAll(session);
      await pause(LASTS_MS);
      await Promise.all(holders.map((holder) => holder.end()));
      isOver();
    }), BOUND_MS);

  it('does not get on: the table of bookings is locked', () =>
    endure('the table of bookings is locked', async (outages) => {
      await pause(500);
      const holder = await session();
      await holder.query('BEGIN; LOCK TABLE booking.booking IN ACCESS EXCLUSIVE MODE');
      const isOver = outages.strikes('locked');
      await pause(LASTS_MS);
      await holder.query('ROLLBACK');
      isOver();
      await holder.end();
    }), BOUND_MS);

  it('has one slow query: searches are put off, and nobody else', async () => {
    const putOff = await endure('every search takes a minute', async (outages) => {
      await pause(500);
      const operator = await session();
      await operator.query(SLOW_SEARCHES);
      const isOver = outages.strikes('slow');
      await pause(LASTS_MS);
      await operator.query(QUICK_SEARCHES);
      isOver();
      await operator.end();
    });
    expect(putOff.map(({ step }) => step)).toContain('searches');
    expect(putOff.filter(({ step }) => step !== 'searches')).toEqual([]);
  }, BOUND_MS);

  it('is gone without a word: nothing comes through to Postgres or back', () =>
    endure('nothing comes through to Postgres or back', async (outages) => {
      await pause(500);
      const isOver = outages.strikes('hangs');
      way.hang();
      await pause(LASTS_MS);
      way.cut();
      way.resume();
      isOver();
    }), BOUND_MS);

  it('is replaced: the host of Postgres is gone without a word, and another is in its place', () =>
    endure('the host of Postgres is gone, another in its place', async (outages) => {
      await pause(500);
      outages.strikes('gone');
      way.strand();
      await pause(LASTS_MS);
    }), BOUND_MS);

  it('is far away: each way to Postgres takes 50 ms', () =>
    endure('each way to Postgres takes 50 ms', async (outages) => {
      const isOver = outages.strikes('slow');
      way.delay(50);
      await pause(LASTS_MS);
      way.delay(0);
      isOver();
    }), BOUND_MS);

  suite.leavesEverythingAsItMustBe();
});

/** Ends the sessions of every service and takes their places, until nobody else is let in. */
async function takeAll(session: () => Promise<Client>): Promise<Client[]> {
  const first = await session();
  const holders = [first];
  for (let isFull = false; !isFull; ) {
    await first.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${SERVICES}`);
    const more = await Promise.allSettled(Array.from({ length: AT_ONCE }, session));
    holders.push(...more.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));
    isFull = more.every(({ status }) => status === 'rejected');
  }
  return holders;
}

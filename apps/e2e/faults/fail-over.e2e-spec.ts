import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PostgresNode } from '@bookable/platform-embedded-postgres';
import { TcpProxy } from '@bookable/platform-faults';
import { BOUND_MS, FaultSuite, IS_FULL } from '../src/faults/fault-suite';

const CLIENTS = IS_FULL ? 16 : 6;
/** Each fail-over makes the promoted one the primary, which is given a standby of its own. */
const TIMES = IS_FULL ? 3 : 1;

const ownFolder = () => mkdtemp(join(tmpdir(), 'bookable-own-postgres-'));

describe('a database with a standby that is in step with it', () => {
  const nodes: PostgresNode[] = [];
  let way: TcpProxy;
  const suite = FaultSuite.of(async ({ whenOver }) => {
    nodes.push(await PostgresNode.start(await ownFolder(), { max_connections: '100', wal_keep_size: '256MB' }));
    whenOver(() => Promise.all(nodes.map((node) => node.destroy())));
    way = new TcpProxy(new URL(nodes[0]!.url));
    await way.open();
    whenOver(() => way.close());
    return { databaseUrl: way.url };
  });

  it.each(Array.from({ length: TIMES }, (_, index) => index + 1))('loses nothing that was acknowledged when the primary dies and the standby is promoted, time %i', async () => {
    const primary = nodes.at(-1)!;
    const standby = await primary.follow(await ownFolder(), `standby-${nodes.length}`);
    nodes.push(standby);
    await suite.endure('Postgres fails over to its standby', CLIENTS, async (outages) => {
      await pause(suite.chance.integer(500, 2_500));
      const isOver = outages.strikes('the primary dies');
      await primary.stop('immediate');
      // Whoever moves the address may be faster than whoever promotes: for a while nobody can write.
      way.switchTo(new URL(standby.url));
      await pause(suite.chance.integer(0, 1_500));
      await standby.promote();
      isOver();
    });
  }, BOUND_MS);

  suite.leavesEverythingAsItMustBe();
});

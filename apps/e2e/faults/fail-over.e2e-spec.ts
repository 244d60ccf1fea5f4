import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PostgresNode } from '@bookable/platform-embedded-postgres';
import { TcpProxy } from '@bookable/platform-faults';
import { History } from '../src/crowd/history';
import { Installation } from '../src/installation/installation';
import { endureUnderLoad } from '../src/load/under-load';
import { FaultLog } from '../src/outcome/fault-log';
import { SeededChance } from '../src/seeded-chance';

const IS_FULL = process.env['FAULT_SIZE'] === 'full';
const CLIENTS = IS_FULL ? 16 : 6;
/** Each fail-over makes the promoted one the primary, which is given a standby of its own. */
const TIMES = IS_FULL ? 3 : 1;
const BOUND_MS = 600_000;

const ownFolder = () => mkdtemp(join(tmpdir(), 'bookable-own-postgres-'));

describe('a database with a standby that is in step with it', () => {
  const chance = SeededChance.fromEnvironment();
  const log = new FaultLog(new History(), chance.seed);
  const nodes: PostgresNode[] = [];
  let way: TcpProxy;
  let system: Installation;

  beforeAll(async () => {
    nodes.push(await PostgresNode.start(await ownFolder(), { max_connections: '100', wal_keep_size: '256MB' }));
    way = new TcpProxy(new URL(nodes[0]!.url));
    await way.open();
    system = await Installation.start('cluster', {}, { databaseUrl: way.url });
    await (await system.members()).areReady();
  }, BOUND_MS);

  afterAll(async () => {
    await system.stop();
    await way.close();
    for (const node of nodes) await node.destroy();
    log.write();
  }, BOUND_MS);

  it.each(Array.from({ length: TIMES }, (_, index) => index + 1))('loses nothing that was acknowledged when the primary dies and the standby is promoted, time %i', async () => {
    const primary = nodes.at(-1)!;
    const standby = await primary.follow(await ownFolder(), `standby-${nodes.length}`);
    nodes.push(standby);
    const { wrong, odd, unanswered } = await endureUnderLoad(system, log, 'Postgres fails over to its standby', CLIENTS, async (outages) => {
      await pause(chance.integer(500, 2_500));
      const isOver = outages.strikes('the primary dies');
      await primary.stop('immediate');
      // Whoever moves the address may be faster than whoever promotes: for a while nobody can write.
      way.switchTo(new URL(standby.url));
      await pause(chance.integer(0, 1_500));
      await standby.promote();
      isOver();
    });
    expect({ wrong, odd, unanswered }).toEqual({ wrong: [], odd: [], unanswered: [] });
  }, BOUND_MS);

  it('leaves everything as it must always be', async () => {
    const { isGreen, report } = await system.verify();
    log.verified({ isGreen });
    expect(isGreen ? 'green' : report).toBe('green');
  }, BOUND_MS);
});

import { execFile } from 'node:child_process';
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { PostgresNode } from '@bookable/platform-embedded-postgres';
import { TcpProxy } from '@bookable/platform-faults';
import { History } from '../src/crowd/history';
import { Installation } from '../src/installation/installation';
import { endureUnderLoad } from '../src/load/under-load';
import { FaultLog } from '../src/outcome/fault-log';
import { SeededChance } from '../src/seeded-chance';

const IS_FULL = process.env['FAULT_SIZE'] === 'full';
const CLIENTS = IS_FULL ? 12 : 6;
const FULL_MS = IS_FULL ? 30_000 : 4_000;
const DISK = 'size=400m,mode=755';
const FAULT = 'the disk of Postgres is full';
const BOUND_MS = 600_000;

const run = promisify(execFile);

describe('a database whose disk is full', () => {
  const chance = SeededChance.fromEnvironment();
  const log = new FaultLog(new History(), chance.seed);
  const mayMount = process.getuid?.() === 0;
  let disk: string;
  let server: PostgresNode;
  let way: TcpProxy;
  let system: Installation;

  beforeAll(async () => {
    if (!mayMount) return;
    disk = await mkdtemp(join(tmpdir(), 'bookable-small-disk-'));
    await run('mount', ['-t', 'tmpfs', '-o', DISK, 'bookable-small-disk', disk]);
    server = await PostgresNode.start(disk, { max_connections: '100', max_wal_size: '64MB', min_wal_size: '32MB' });
    way = new TcpProxy(new URL(server.url));
    await way.open();
    system = await Installation.start('cluster', {}, { databaseUrl: way.url });
    await (await system.members()).areReady();
  }, BOUND_MS);

  afterAll(async () => {
    log.write();
    if (!mayMount) return;
    await system.stop();
    await way.close();
    await server.stop('immediate').catch(() => undefined);
    await run('umount', [disk]);
    await rm(disk, { recursive: true, force: true });
  }, BOUND_MS);

  it('acknowledges nothing that it cannot keep, and goes on once there is room again', async () => {
    if (!mayMount) return log.leaveOut(FAULT, 'only root may mount a small disk');
    const { wrong, odd, unanswered } = await endureUnderLoad(system, log, FAULT, CLIENTS, async (outages) => {
      await pause(500);
      const isOver = outages.strikes('full');
      const filling = await fill(disk);
      await pause(FULL_MS);
      await rm(filling);
      // A server that could not even write its log has ended; whoever makes room starts it again.
      await server.launch().catch(() => server.restart('fast'));
      isOver();
    });
    expect({ wrong, odd, unanswered }).toEqual({ wrong: [], odd: [], unanswered: [] });
  }, BOUND_MS);

  it('leaves everything as it must always be', async () => {
    if (!mayMount) return;
    const { isGreen, report } = await system.verify();
    log.verified({ isGreen });
    expect(isGreen ? 'green' : report).toBe('green');
  }, BOUND_MS);
});

/** Leaves no room on a disk; answers the file that takes it. */
async function fill(disk: string): Promise<string> {
  const file = join(disk, 'filling');
  const { bavail, bsize } = await statfs(disk);
  await writeFile(file, Buffer.alloc(bavail * bsize)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOSPC') throw error;
  });
  return file;
}

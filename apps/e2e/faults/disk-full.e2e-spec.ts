import { execFile } from 'node:child_process';
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { PostgresNode } from '@bookable/platform-embedded-postgres';
import { TcpProxy } from '@bookable/platform-faults';
import { BOUND_MS, FaultSuite, IS_FULL } from '../src/faults/fault-suite';

const CLIENTS = IS_FULL ? 12 : 6;
const FULL_MS = IS_FULL ? 30_000 : 4_000;
const DISK = 'size=400m,mode=755';
const FAULT = 'the disk of Postgres is full';

const run = promisify(execFile);

describe('a database whose disk is full', () => {
  let disk: string;
  let server: PostgresNode;
  const suite = FaultSuite.of(async ({ whenOver }) => {
    if (process.getuid?.() !== 0) return { leftOut: 'only root may mount a small disk' };
    disk = await mkdtemp(join(tmpdir(), 'bookable-small-disk-'));
    whenOver(() => rm(disk, { recursive: true, force: true }));
    await run('mount', ['-t', 'tmpfs', '-o', DISK, 'bookable-small-disk', disk]);
    whenOver(() => run('umount', [disk]));
    server = await PostgresNode.start(disk, { max_connections: '100', max_wal_size: '64MB', min_wal_size: '32MB' });
    whenOver(() => server.stop('immediate').catch(() => undefined));
    const way = new TcpProxy(new URL(server.url));
    await way.open();
    whenOver(() => way.close());
    return { databaseUrl: way.url };
  });

  it('acknowledges nothing that it cannot keep, and goes on once there is room again', () =>
    suite.endure(FAULT, CLIENTS, async (outages) => {
      await pause(500);
      const isOver = outages.strikes('full');
      const filling = await fill(disk);
      await pause(FULL_MS);
      await rm(filling);
      // A server that could not even write its log has ended; whoever makes room starts it again.
      await server.launch().catch(() => server.restart('fast'));
      isOver();
    }), BOUND_MS);

  suite.leavesEverythingAsItMustBe();
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

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** One booking a transaction, by as many clients as the public door has, with nothing between them and Postgres. */
export class PgBench {
  private constructor(
    private readonly folder: string,
    private readonly databaseUrl: string,
  ) {}

  static async prepare(databaseUrl: string, resources: number): Promise<PgBench> {
    const folder = await mkdtemp(join(tmpdir(), 'bookable-pgbench-'));
    await writeFile(join(folder, 'place.sql'), `SELECT booking.bench_place(${resources});\n`);
    return new PgBench(folder, databaseUrl);
  }

  /** Bookings per second. */
  async rate(clients: number, seconds: number): Promise<number> {
    const args = ['-n', '-c', String(clients), '-j', '2', '-T', String(seconds), '-M', 'prepared', '-f', join(this.folder, 'place.sql'), this.databaseUrl];
    const { stdout } = await run('pgbench', args, { env: { ...process.env, PGOPTIONS: '-c search_path=booking,extensions,public' } });
    const tps = /tps = ([\d.]+)/.exec(stdout)?.[1];
    if (tps === undefined) throw new Error(`pgbench said no rate: ${stdout}`);
    return Number(tps);
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}

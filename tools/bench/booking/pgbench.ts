import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const WARM_UP_SECONDS = 3;

/** One statement a transaction, by as many clients as the public door has, with nothing between them and Postgres. */
export class PgBench {
  private constructor(
    private readonly folder: string,
    private readonly databaseUrl: string,
  ) {}

  static async prepare(databaseUrl: string, statement: string): Promise<PgBench> {
    const folder = await mkdtemp(join(tmpdir(), 'bookable-pgbench-'));
    await writeFile(join(folder, 'place.sql'), `${statement};\n`);
    return new PgBench(folder, databaseUrl);
  }

  /**
   * Transactions per second; variables stand in the statement as `:name`. Each run begins with new connections, which
   * plan everything anew: what they do meanwhile is left out, as the service's connections are warm too. (On a busy
   * machine 64 of them finish nothing at all in their first three seconds, and pgbench then skips its first lines.)
   */
  async rate(clients: number, seconds: number, variables: Readonly<Record<string, number>> = {}): Promise<number> {
    const defined = Object.entries(variables).flatMap(([name, value]) => ['-D', `${name}=${value}`]);
    const args = ['-n', '-c', String(clients), '-j', '2', '-T', String(WARM_UP_SECONDS + seconds), '-P', '1', '-M', 'prepared', ...defined, '-f', join(this.folder, 'place.sql'), this.databaseUrl];
    const { stderr } = await run('pgbench', args, { env: { ...process.env, PGOPTIONS: '-c search_path=booking,extensions,public' } });
    const perSecond = Array.from(stderr.matchAll(/^progress: [\d.]+ s, ([\d.]+) tps/gm), ([, tps]) => Number(tps)).slice(-Math.max(1, Math.floor(seconds)));
    const rate = perSecond.reduce((sum, one) => sum + one, 0) / perSecond.length;
    if (!(rate > 0)) throw new Error(`pgbench has done nothing in ${seconds} s: ${stderr}`);
    return rate;
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}

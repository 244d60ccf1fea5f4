import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runningEmbeddedUrl } from '@bookable/platform-embedded-postgres';
import { freePort, NODE_FLAGS, untilReady } from '@bookable/platform-launch';

const ROOT = join(__dirname, '../../..');

/** One process for everything, or a process for each service over RabbitMQ. */
export type Form = 'standalone' | 'cluster';

const FORMS: Readonly<Record<Form, readonly string[]>> = {
  standalone: [...NODE_FLAGS, 'dist/apps/standalone/main.js'],
  cluster: ['-r', '@swc-node/register', 'tools/cluster/main.ts'],
};

/** A system of our own to be measured, on a database of its own that lasts as long as it does. */
export class BenchSystem {
  private constructor(
    private readonly child: ChildProcess,
    private readonly dataDir: string,
    readonly url: string,
    readonly databaseUrl: string,
  ) {}

  static async start(form: Form, env: Readonly<Record<string, string>> = {}): Promise<BenchSystem> {
    const dataDir = mkdtempSync(join(tmpdir(), 'bookable-bench-'));
    const url = `http://127.0.0.1:${await freePort()}`;
    const settings = { DATABASE_URL: '', DATA_DIR: dataDir, PORT: new URL(url).port, PUBLIC_URL: url, DEMO: 'off', RATE_LIMIT_FACTOR: '1000000', LOG_LEVEL: 'error', RABBITMQ_NAMESPACE: 'bookable-bench-system', CLUSTER_IS_FLEETING: 'on', ...env };
    const child = spawn(process.execPath, FORMS[form], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...settings } });
    // A measurement that fails or is broken off leaves nothing behind that the next one would share a broker with.
    process.once('exit', () => child.kill('SIGTERM'));
    await untilReady(url, child);
    const databaseUrl = await runningEmbeddedUrl(join(dataDir, 'postgres'));
    if (!databaseUrl) throw new Error('The measured system has no embedded database.');
    return new BenchSystem(child, dataDir, url, databaseUrl);
  }

  /** The launcher, from which every other process of it descends, the database's too. */
  get launcherPid(): number {
    if (this.child.pid === undefined) throw new Error('The measured system has no process.');
    return this.child.pid;
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runningEmbeddedUrl } from '@bookable/platform-embedded-postgres';
import { freePort, untilReady } from '@bookable/platform-launch';
import { Client } from 'pg';
import { operatorOf } from '../operator';
import { PlatformClient } from '../platform-client';

const ROOT = join(__dirname, '../../..');

/** Whoever asks shares the process with nobody, and is to be answered at once. */
const SETTINGS = {
  DEMO: 'off', NODE_ENV: 'development', LOG_LEVEL: 'error', HOST: '127.0.0.1', RABBITMQ_URL: '', SMTP_URL: '', SENDGRID_API_KEY: '', RATE_LIMIT_FACTOR: '1000000',
  HOTEL_MANAGEMENT_POOL_SIZE: '32', BOOKING_POOL_SIZE: '16', SWC_NODE_PROJECT: 'tsconfig.base.json',
};

/** A whole system of its own, on a database of its own, at a time of its own. */
export class ReplaySystem {
  private constructor(
    private readonly child: ChildProcess,
    readonly platform: PlatformClient,
    readonly databaseUrl: string,
  ) {}

  /** Starts it anew at an instant; what an earlier replay left in the folder is gone. The database is made in the folder unless one is named. */
  static async start(folder: string, beginsAtMs: number, databaseUrl?: string): Promise<ReplaySystem> {
    rmSync(folder, { recursive: true, force: true });
    const url = `http://127.0.0.1:${await freePort()}`;
    const env = { ...process.env, ...SETTINGS, DATABASE_URL: databaseUrl ?? '', DATA_DIR: folder, PORT: new URL(url).port, PUBLIC_URL: url };
    const child = fork(join(ROOT, 'apps/standalone/src/replay/main.ts'), [new Date(beginsAtMs).toISOString()], {
      cwd: ROOT, env, execArgv: ['--enable-source-maps', '-r', '@swc-node/register'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await untilReady(url, child);
    const database = databaseUrl ?? (await runningEmbeddedUrl(join(folder, 'postgres')));
    if (!database) throw new Error('The system of the replay has no database.');
    if (!databaseUrl) await forgoDurability(database);
    return new ReplaySystem(child, await PlatformClient.signIn(url, operatorOf(folder)), database);
  }

  /** It is this time there from now on. */
  async tell(nowMs: number): Promise<void> {
    const heard = once(this.child, 'message');
    this.child.send({ nowMs });
    await heard;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }
}

/** A replay that is broken off is begun anew, so nothing of it waits for the disk. */
async function forgoDurability(databaseUrl: string): Promise<void> {
  const owner = new Client({ connectionString: databaseUrl });
  await owner.connect();
  await owner.query('ALTER SYSTEM SET synchronous_commit = off');
  await owner.query('SELECT pg_reload_conf()');
  await owner.end();
}

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { NODE_FLAGS, freePort } from '@bookable/platform-launch';
import { operatorEnvironment } from '@bookable/platform-runtime';
import { Door } from '../door';
import { eventually } from '../eventually';
import type { Installation } from './installation';

const run = promisify(execFile);
const ROOT = join(__dirname, '../../../..');
const READY_BOUND_MS = 120_000;
const STOP_BOUND_MS = 20_000;

/** What a process of a suite's own has that those of its cluster have not. */
export interface Peculiar {
  /** What it is told beside what the cluster is told. */
  readonly settings?: Readonly<Record<string, string>>;
  /** The folder of the sources that it was built of; ours unless told. */
  readonly root?: string;
}

/** Brings the schema of a service to what a build knows, as before a roll-out; answers what that took. */
export async function migrate({ environment }: Pick<Installation, 'environment'>, service: string, root = ROOT): Promise<readonly string[]> {
  const { stdout } = await run(process.execPath, [join('dist/apps', service, 'main.js'), 'migrate'], { cwd: root, env: { ...toldTo(environment), LOG_LEVEL: 'info' } });
  const said = stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line) as { readonly migrations?: readonly string[] });
  return said.flatMap(({ migrations = [] }) => migrations);
}

/** What the launcher tells the processes of a cluster. */
function toldTo(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...environment, ...operatorEnvironment(environment, environment['DATA_DIR']!) };
}

/** A process of a service that a suite starts itself, in the cluster and beside what the launcher keeps alive. */
export class OwnProcess {
  private constructor(
    readonly name: string,
    /** Where it answers for its health; the gateway's public door. */
    readonly port: number,
    private readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<unknown>,
  ) {}

  /** Resolves once it may be sent work. */
  static async start({ environment }: Pick<Installation, 'environment'>, service: string, { settings, root = ROOT }: Peculiar = {}): Promise<OwnProcess> {
    const port = await freePort();
    const dataFolder = environment['DATA_DIR']!;
    const own = { HEALTH_PORT: '0', [service === 'gateway' ? 'PORT' : 'HEALTH_PORT']: String(port) };
    const env = { ...toldTo(environment), ...own, ...settings };
    const child = spawn(process.execPath, [...NODE_FLAGS, join('dist/apps', service, 'main.js')], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env });
    const log = createWriteStream(join(dataFolder, `own-${service}-${port}.log`));
    for (const output of [child.stdout, child.stderr]) output.pipe(log, { end: false });
    const ended = once(child, 'exit');
    const end = (signal: 'SIGTERM' | 'SIGKILL'): Promise<unknown> => {
      const force = setTimeout(() => child.kill('SIGKILL'), STOP_BOUND_MS);
      child.kill(signal);
      return ended.finally(() => clearTimeout(force));
    };
    const door = new Door(`http://127.0.0.1:${port}`);
    await eventually(`${service} of our own is ready`, async () => {
      if (child.exitCode !== null) throw new Error(`${service} of our own ended with ${child.exitCode}; see ${dataFolder}.`);
      return door.ask('GET', '/health/ready').then(({ status }) => status === 200, () => false);
    }, READY_BOUND_MS);
    return new OwnProcess(service, port, end);
  }

  /** Lets it finish what it has in hand, and ends it. */
  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }
}

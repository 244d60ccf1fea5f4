import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, constants, mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '@bookable/platform-launch';
import { answersOn } from './answers-on';

const START_BOUND_MS = 60_000;
const STOP_BOUND_MS = 20_000;
const LOOK_EVERY_MS = 250;
const GUEST = 'guest:guest@127.0.0.1';
/** Where Debian keeps the server itself; its command on the path is a wrapper that only runs the machine's own broker. */
const SERVER_FOLDER = '/usr/lib/rabbitmq/bin';

const run = promisify(execFile);

/** The program of a RabbitMQ that is installed on this machine, and may be run by anybody. */
export async function installedServer(path: string): Promise<string | undefined> {
  for (const folder of [SERVER_FOLDER, ...path.split(delimiter), '/usr/sbin']) {
    const file = join(folder, 'rabbitmq-server');
    if (await access(file, constants.X_OK).then(() => true, () => false)) return file;
  }
  return undefined;
}

/** A broker that shares nothing with the machine's own and is reached from this machine only. */
export class RabbitMqNode {
  private child?: ChildProcess;
  private ended: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly server: string,
    readonly folder: string,
    private readonly port: number,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  /** Starts one that keeps its things in a folder; resolves once it accepts connections. */
  static async start(server: string, folder: string, env: NodeJS.ProcessEnv): Promise<RabbitMqNode> {
    const port = await freePort();
    const node = new RabbitMqNode(server, folder, port, { ...env, ...(await settingsOf(folder, port)) });
    await node.launch();
    return node;
  }

  get url(): string {
    return `amqp://${GUEST}:${this.port}`;
  }

  /** Starts it, for the first time or again, with all it has kept. */
  async launch(): Promise<void> {
    const child = spawn(this.server, [], { env: this.env, stdio: 'ignore', detached: true });
    this.child = child;
    this.ended = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
    for (let waitedMs = 0; waitedMs < START_BOUND_MS; waitedMs += LOOK_EVERY_MS) {
      if (await answersOn(this.port)) return;
      if (child.exitCode !== null) break;
      await pause(LOOK_EVERY_MS);
    }
    await this.stop();
    throw new Error(`rabbitmq-server did not start; its log lies in ${join(this.folder, 'log')}.`);
  }

  /** Asks it to stop; ends it by force where it does not in time. */
  async stop(): Promise<void> {
    this.child?.kill('SIGTERM');
    await Promise.race([this.ended, pause(STOP_BOUND_MS, undefined, { ref: false }).then(() => this.child?.kill('SIGKILL'))]);
  }

  /** Ends it without warning, as the machine's failure would. */
  async kill(): Promise<void> {
    process.kill(Number(await readFile(join(this.folder, 'pid'), 'utf8')), 'SIGKILL');
    await this.ended;
  }

  /** Gives it an order by its own command. */
  async order(...args: readonly string[]): Promise<void> {
    await run(join(dirname(this.server), 'rabbitmqctl'), ['-n', String(this.env['RABBITMQ_NODENAME']), ...args], { env: this.env });
  }
}

async function settingsOf(folder: string, port: number): Promise<NodeJS.ProcessEnv> {
  const settings = join(folder, 'rabbitmq.conf');
  await mkdir(folder, { recursive: true });
  await writeFile(settings, `listeners.tcp.default = 127.0.0.1:${port}\n`);
  // What a node keeps is bound to its name, so the name follows from the folder.
  const node = createHash('sha256').update(folder).digest('hex').slice(0, 8);
  return {
    // Erlang keeps the cookie by which its nodes know each other there; ours is none of the machine's.
    HOME: folder,
    ERL_EPMD_ADDRESS: '127.0.0.1',
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '-kernel inet_dist_use_interface {127,0,0,1}',
    RABBITMQ_NODENAME: `bookable-${node}@localhost`,
    RABBITMQ_DIST_PORT: String(await freePort()),
    RABBITMQ_CONFIG_FILE: settings,
    RABBITMQ_CONF_ENV_FILE: join(folder, 'rabbitmq-env.conf'),
    RABBITMQ_MNESIA_DIR: join(folder, 'data'),
    RABBITMQ_LOG_BASE: join(folder, 'log'),
    RABBITMQ_PID_FILE: join(folder, 'pid'),
    RABBITMQ_ENABLED_PLUGINS_FILE: join(folder, 'enabled_plugins'),
  };
}

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, constants, mkdir, writeFile } from 'node:fs/promises';
import { Socket } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@bookable/platform-launch';
import type { LocalPart } from './local-database';

const USUAL_PORT = 5672;
const START_BOUND_MS = 60_000;
const STOP_BOUND_MS = 20_000;
const LOOK_EVERY_MS = 250;
const GUEST = 'guest:guest@127.0.0.1';

function answersOn(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = new Socket();
    const end = (answers: boolean) => {
      socket.destroy();
      resolve(answers);
    };
    socket.setTimeout(500, () => end(false)).once('error', () => end(false)).connect(port, '127.0.0.1', () => end(true));
  });
}

/** Where Debian keeps the server itself; its command on the path is a wrapper that only runs the machine's own broker. */
const SERVER_FOLDER = '/usr/lib/rabbitmq/bin';

async function installedServer(path: string): Promise<string | undefined> {
  for (const folder of [SERVER_FOLDER, ...path.split(delimiter), '/usr/sbin']) {
    const file = join(folder, 'rabbitmq-server');
    if (await access(file, constants.X_OK).then(() => true, () => false)) return file;
  }
  return undefined;
}

/** Settings for a broker that shares nothing with the machine's own and is reached from this machine only. */
async function settingsOf(folder: string, port: number): Promise<NodeJS.ProcessEnv> {
  const settings = join(folder, 'rabbitmq.conf');
  await mkdir(folder, { recursive: true });
  await writeFile(settings, `listeners.tcp.default = 127.0.0.1:${port}\n`);
  // What a node keeps is bound to its name, so the name follows from the folder.
  const node = createHash('sha256').update(folder).digest('hex').slice(0, 8);
  return {
    ...process.env,
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

async function startOwn(server: string, dataFolder: string): Promise<LocalPart> {
  const folder = join(dataFolder, 'rabbitmq');
  const port = await freePort();
  const child = spawn(server, [], { env: await settingsOf(folder, port), stdio: 'ignore', detached: true });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await Promise.race([ended, pause(STOP_BOUND_MS, undefined, { ref: false }).then(() => child.kill('SIGKILL'))]);
  };
  for (let waitedMs = 0; waitedMs < START_BOUND_MS; waitedMs += LOOK_EVERY_MS) {
    if (await answersOn(port)) return { url: `amqp://${GUEST}:${port}`, told: `RabbitMQ of our own on port ${port}, kept in ${folder}`, stop };
    if (child.exitCode !== null) break;
    await pause(LOOK_EVERY_MS);
  }
  await stop();
  throw new Error(`rabbitmq-server did not start; its log lies in ${join(folder, 'log')}.`);
}

/** A broker on this machine: the one that answers on the usual port, or else one started from what is installed. */
export async function localBroker(dataFolder: string): Promise<LocalPart | undefined> {
  if (await answersOn(USUAL_PORT)) {
    return { url: `amqp://${GUEST}:${USUAL_PORT}`, told: `the RabbitMQ that answers on port ${USUAL_PORT}`, stop: () => Promise.resolve() };
  }
  const server = await installedServer(process.env.PATH ?? '');
  return server === undefined ? undefined : startOwn(server, dataFolder);
}

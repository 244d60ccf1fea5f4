import { spawn } from 'node:child_process';
import { access, constants, mkdir } from 'node:fs/promises';
import { Socket, createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { LocalPart } from './local-database';

const USUAL_PORT = 5672;
const START_BOUND_MS = 60_000;
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

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function installedServer(path: string): Promise<string | undefined> {
  for (const folder of path.split(delimiter).concat('/usr/sbin', '/usr/lib/rabbitmq/bin')) {
    const file = join(folder, 'rabbitmq-server');
    if (await access(file, constants.X_OK).then(() => true, () => false)) return file;
  }
  return undefined;
}

async function startOwn(server: string, dataFolder: string): Promise<LocalPart> {
  const folder = join(dataFolder, 'rabbitmq');
  await mkdir(folder, { recursive: true });
  const [port, distributionPort] = [await freePort(), await freePort()];
  const env = {
    ...process.env,
    RABBITMQ_NODENAME: `bookable-${port}@localhost`,
    RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
    RABBITMQ_NODE_PORT: String(port),
    RABBITMQ_DIST_PORT: String(distributionPort),
    RABBITMQ_MNESIA_DIR: join(folder, 'data'),
    RABBITMQ_LOG_BASE: join(folder, 'log'),
    RABBITMQ_PID_FILE: join(folder, 'pid'),
    RABBITMQ_ENABLED_PLUGINS_FILE: join(folder, 'enabled_plugins'),
  };
  const child = spawn(server, [], { env, stdio: 'ignore', detached: true });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await Promise.race([ended, pause(20_000).then(() => child.kill('SIGKILL'))]);
  };
  for (let waitedMs = 0; waitedMs < START_BOUND_MS; waitedMs += 250) {
    if (await answersOn(port)) return { url: `amqp://${GUEST}:${port}`, told: `RabbitMQ of our own on port ${port}, kept in ${folder}`, stop };
    if (child.exitCode !== null) break;
    await pause(250);
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

import { execFile, spawn } from 'node:child_process';
import { open, readFile, rm } from 'node:fs/promises';
import { platform } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '@bookable/platform-launch';
import type { ClusterFolder } from './cluster-folder';
import type { NativeBinaries } from './native-binaries';
import { type RunningServer, processIsAlive, processIsSomethingElse, readRunningServer } from './running-server';
import type { ServiceAccount } from './service-account';

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 30_000;
const LOOK_EVERY_MS = 10;
const LOG_TAIL_LENGTH = 1_500;

/** Settings of a cluster that holds what people care about. */
const DURABLE = { max_connections: '200', shared_buffers: '128MB', log_min_messages: 'warning' };
/** Settings of a cluster that is thrown away. */
const FLEETING = { max_connections: '200', shared_buffers: '64MB', fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** What is needed to start a server on a cluster. */
export interface ServerStart {
  readonly folder: ClusterFolder;
  readonly binaries: NativeBinaries;
  readonly account: ServiceAccount | undefined;
  readonly isDurable: boolean;
  readonly port?: number;
}

/** What systems allow for the path of a socket, less the name of PostgreSQL's own in its folder. */
const LONGEST_SOCKET_FOLDER = 80;

/** Starts a server on this machine's loopback address, and on a socket in its data directory where that can be; returns it once it accepts connections. */
export async function startServer({ folder, binaries, account, isDurable, port }: ServerStart): Promise<RunningServer> {
  await forgetDeadServer(folder.data);
  const log = await open(folder.log, 'w', 0o600);
  const settings = Object.entries({ ...(isDurable ? DURABLE : FLEETING), listen_addresses: '127.0.0.1', unix_socket_directories: socketFolderIn(folder.data) });
  const chosen = port ?? (await freePort());
  const args = ['-D', folder.data, '-p', String(chosen), ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  // Detached, so that Ctrl-C in a terminal reaches us alone and the database outlives the requests in flight.
  const child = spawn(binaries.postgres, args, { cwd: dirname(folder.data), stdio: ['ignore', log.fd, log.fd], detached: true, ...account });
  child.unref();
  let hasEnded = false;
  const ended = new Promise<never>((_, reject) => {
    child.on('error', reject);
    child.on('exit', () => {
      hasEnded = true;
      reject(new Error('PostgreSQL ended at its start.'));
    });
  });
  ended.catch(() => undefined);
  try {
    return await Promise.race([ended, untilReady(folder.data, () => hasEnded)]);
  } catch (error) {
    throw new Error(`The embedded PostgreSQL did not start. The end of its log:\n${await tailOf(folder.log)}`, { cause: error });
  } finally {
    await log.close();
  }
}

/** Stops a server in order: sessions are ended, everything is written, nothing has to be recovered. */
export async function stopServer({ folder, binaries, account }: Pick<ServerStart, 'folder' | 'binaries' | 'account'>): Promise<void> {
  const server = await readRunningServer(folder.data);
  if (!server || (await processIsSomethingElse(server.pid, folder.data))) return;
  if (platform() === 'win32') await promisify(execFile)(binaries.pgCtl, ['stop', '-m', 'fast', '-D', folder.data], { ...account });
  else if (processIsAlive(server.pid)) process.kill(server.pid, 'SIGINT');
  const patience = AbortSignal.timeout(STOP_TIMEOUT_MS);
  while (processIsAlive(server.pid) && (await readRunningServer(folder.data))?.pid === server.pid) await setTimeout(LOOK_EVERY_MS, undefined, { signal: patience });
}

/**
 * A statement over a socket takes a quarter less of both processors than one over the loopback address. The setting is
 * a list, so that a path in which anything would have to be quoted has none.
 */
function socketFolderIn(data: string): string {
  const isUsable = platform() !== 'win32' && data.length <= LONGEST_SOCKET_FOLDER && /^[\w./-]+$/.test(data);
  return isUsable ? data : '';
}

async function untilReady(data: string, hasEnded: () => boolean): Promise<RunningServer> {
  const patience = AbortSignal.timeout(START_TIMEOUT_MS);
  for (;;) {
    const server = await readRunningServer(data);
    if (server?.isReady) return server;
    if (hasEnded()) throw new Error('PostgreSQL ended before it was ready.');
    await setTimeout(LOOK_EVERY_MS, undefined, { signal: patience });
  }
}

/** PostgreSQL refuses to start where the number in an old pid file, or in that of its socket, belongs to any living process. */
async function forgetDeadServer(data: string): Promise<void> {
  const server = await readRunningServer(data);
  if (!server || (processIsAlive(server.pid) && !(await processIsSomethingElse(server.pid, data)))) return;
  const socket = `.s.PGSQL.${server.port}`;
  for (const name of ['postmaster.pid', socket, `${socket}.lock`]) await rm(join(data, name), { force: true });
}

async function tailOf(log: string): Promise<string> {
  return (await readFile(log, 'utf8').catch(() => '')).slice(-LOG_TAIL_LENGTH);
}

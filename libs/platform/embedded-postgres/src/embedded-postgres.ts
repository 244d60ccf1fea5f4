import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type ClusterFolder, clusterFolder } from './cluster-folder';
import { SUPERUSER, initialiseCluster } from './initialise-cluster';
import { type NativeBinaries, SHARED_FOLDER, nativeBinaries } from './native-binaries';
import { Ownership } from './ownership';
import { type RunningServer, processIsAlive, readRunningServer } from './running-server';
import { startServer, stopServer } from './server-process';
import { type ServiceAccount, serviceAccount } from './service-account';

/** How to run a PostgreSQL of one's own. */
export interface EmbeddedPostgresOptions {
  /** Where it keeps its data, password and log. */
  readonly folder: string;
  /** Whether data survive a crash of the machine and sign-in needs the password; false for tests. */
  readonly isDurable: boolean;
  /** Any free port unless told. */
  readonly port?: number;
}

interface Parts {
  readonly folder: ClusterFolder;
  readonly binaries: NativeBinaries;
  readonly account: ServiceAccount | undefined;
  readonly isDurable: boolean;
}

/**
 * A PostgreSQL server that comes with our packages, for machines that have none. It listens on the loopback address
 * and a socket only, and belongs to the process that started it. Where that process was killed, the next one takes the server over.
 */
export class EmbeddedPostgres {
  private constructor(
    /** The superuser's address of the database `postgres`. */
    readonly url: string,
    private readonly parts: Parts,
    private readonly ownership: Ownership,
  ) {}

  /** Starts the server of a folder, making it first where the folder is new. */
  static async start({ folder: wanted, isDurable, port }: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    const account = serviceAccount();
    const folder = await clusterFolder(wanted, account);
    const parts: Parts = { folder, account, isDurable, binaries: await nativeBinaries(account) };
    const orphan = await EmbeddedPostgres.takeOver(parts, wanted);
    if (orphan) return orphan;
    await initialiseCluster(folder, { initdb: parts.binaries.initdb, account, isDurable });
    const url = urlOf(folder.password, await startServer({ ...parts, port }));
    const ownership = await Ownership.take(url);
    if (!ownership) throw alreadyOwned(wanted);
    return new EmbeddedPostgres(url, parts, ownership);
  }

  private static async takeOver(parts: Parts, wanted: string): Promise<EmbeddedPostgres | undefined> {
    const server = await readRunningServer(parts.folder.data);
    if (!server?.isReady || !processIsAlive(server.pid)) return undefined;
    const url = urlOf(parts.folder.password, server);
    // What does not answer, or not to our password, is not our server: its pid file is stale.
    const answer = await Ownership.take(url).catch(() => 'nobody' as const);
    if (answer === 'nobody') return undefined;
    if (!answer) throw alreadyOwned(wanted);
    return new EmbeddedPostgres(url, parts, answer);
  }

  /** Stops the server in order. */
  async stop(): Promise<void> {
    await this.ownership.release();
    await stopServer(this.parts);
  }

  /** Stops the server and deletes all it held. */
  async destroy(): Promise<void> {
    await this.stop();
    await this.parts.folder.remove();
  }
}

/** The superuser's address of the server that runs on a folder at this moment, whoever owns it; undefined where none runs. */
export async function runningEmbeddedUrl(wanted: string): Promise<string | undefined> {
  const folder = resolve(wanted);
  const location = await readFile(join(folder, 'location'), 'utf8').catch(() => undefined);
  const place = location === undefined ? folder : join(SHARED_FOLDER, location);
  const isThere = await stat(join(folder, 'password')).then(() => true, () => false);
  const server = await readRunningServer(join(place, 'data'));
  if (!isThere || !server || !processIsAlive(server.pid)) return undefined;
  return urlOf(await readFile(join(folder, 'password'), 'utf8'), server);
}

/** Whoever understands `host` as a parameter, as `pg` and libpq do, comes through the socket. */
function urlOf(password: string, { port, socketFolder }: RunningServer): string {
  const socket = socketFolder === undefined ? '' : `?host=${encodeURIComponent(socketFolder)}`;
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres${socket}`;
}

function alreadyOwned(folder: string): Error {
  return new Error(`Another process is using the database in ${folder}. Stop it first, or choose another DATA_DIR.`);
}

import { execFile } from 'node:child_process';
import { appendFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '@bookable/platform-launch';
import { Client } from 'pg';
import { type ClusterFolder, clusterFolder } from './cluster-folder';
import { SUPERUSER, initialiseCluster } from './initialise-cluster';
import { type NativeBinaries, nativeBinaries } from './native-binaries';
import { type ServiceAccount, handOver, serviceAccount } from './service-account';

/** How a server is told to stop: at once as if the machine had failed, or in order. */
export type StopMode = 'immediate' | 'fast';

interface Parts {
  readonly folder: ClusterFolder;
  readonly binaries: NativeBinaries;
  readonly account: ServiceAccount | undefined;
  readonly port: number;
  readonly password: string;
}

const run = promisify(execFile);
const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/**
 * A server for a test to break: it can be stopped without warning, started again, copied as a standby and promoted.
 * Data are kept as durably as a server does by itself. Whoever starts it destroys it.
 */
export class PostgresNode {
  private constructor(private readonly parts: Parts) {}

  /** Makes a cluster in an empty folder and starts it. */
  static async start(wanted: string, settings: Readonly<Record<string, string>> = {}): Promise<PostgresNode> {
    const account = serviceAccount();
    const folder = await clusterFolder(wanted, account);
    const binaries = await nativeBinaries(account);
    await initialiseCluster(folder, { initdb: binaries.initdb, account, isDurable: true });
    const node = new PostgresNode({ folder, binaries, account, port: await freePort(), password: folder.password });
    await node.configure({ listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(node.parts.port), shared_buffers: '64MB', ...settings });
    await node.launch();
    return node;
  }

  /** The superuser's address of the database `postgres`. */
  get url(): string {
    return `postgres://${SUPERUSER}:${this.parts.password}@127.0.0.1:${this.parts.port}/postgres`;
  }

  /** Starts a server that was stopped, recovering what it has to; resolves once it accepts connections. */
  async launch(): Promise<void> {
    await this.control('start', '-w', '-l', this.parts.folder.log);
  }

  async stop(mode: StopMode): Promise<void> {
    await this.control('stop', '-m', mode);
  }

  async restart(mode: StopMode): Promise<void> {
    await this.control('restart', '-w', '-m', mode, '-l', this.parts.folder.log);
  }

  /** Makes a standby the one that is written to. */
  async promote(): Promise<void> {
    await this.control('promote', '-w');
  }

  /** Runs one statement as the superuser. */
  async run<Row>(sql: string): Promise<Row[]> {
    const client = new Client({ connectionString: this.url });
    await client.connect();
    try {
      return (await client.query(sql)).rows as Row[];
    } finally {
      await client.end();
    }
  }

  /** A copy in another folder that follows this server, in step with it: nothing is acknowledged before the copy has it too. */
  async follow(wanted: string, name: string): Promise<PostgresNode> {
    const { account, binaries, password } = this.parts;
    const folder = await clusterFolder(wanted, account);
    const node = new PostgresNode({ folder, binaries, account, port: await freePort(), password });
    await this.copyTo(folder.data);
    const primary = new URL(this.url);
    const source = `host=${primary.hostname} port=${primary.port} user=${SUPERUSER} password=${password} application_name=${name}`;
    await node.configure({ port: String(node.parts.port), primary_conninfo: source, hot_standby: 'on' });
    await node.write('standby.signal', '');
    await node.launch();
    await this.run(`ALTER SYSTEM SET synchronous_standby_names = ${quoted(`FIRST 1 ("${name}")`)}`);
    await this.run('SELECT pg_reload_conf()');
    return node;
  }

  /** Stops the server, if it runs, and deletes all it held. */
  async destroy(): Promise<void> {
    await this.stop('immediate').catch(() => undefined);
    await this.parts.folder.remove();
  }

  /** A base backup by the server's own steps, so that nothing else need be installed. */
  private async copyTo(data: string): Promise<void> {
    const client = new Client({ connectionString: this.url });
    await client.connect();
    try {
      await client.query(`SELECT pg_backup_start('standby', true)`);
      await run('cp', ['-a', this.parts.folder.data, data]);
      const { rows } = await client.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(true)');
      for (const name of ['postmaster.pid', 'postmaster.opts']) await rm(join(data, name), { force: true });
      for (const name of await readdir(join(data, 'pg_wal'))) await rm(join(data, 'pg_wal', name), { recursive: true });
      await this.hand(join(data, 'backup_label'), rows[0]!.labelfile);
    } finally {
      await client.end();
    }
  }

  private async configure(settings: Readonly<Record<string, string>>): Promise<void> {
    const lines = Object.entries(settings).map(([name, value]) => `${name} = ${quoted(value)}\n`);
    await appendFile(join(this.parts.folder.data, 'postgresql.conf'), lines.join(''));
  }

  private write(name: string, text: string): Promise<void> {
    return this.hand(join(this.parts.folder.data, name), text);
  }

  private async hand(file: string, text: string): Promise<void> {
    await writeFile(file, text, { mode: 0o600 });
    await handOver(file, this.parts.account);
  }

  private async control(...args: readonly string[]): Promise<void> {
    const { binaries, folder, account } = this.parts;
    await run(binaries.pgCtl, [...args, '-D', folder.data], { cwd: dirname(folder.data), ...account });
  }
}

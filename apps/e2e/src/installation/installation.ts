import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InstallationAtBroker } from '@bookable/platform-bus';
import { TcpProxy } from '@bookable/platform-faults';
import { NODE_FLAGS, freePorts } from '@bookable/platform-launch';
import { type TestDatabase, startTestDatabase } from '@bookable/platform-testing';
import { Client } from 'pg';
import { Door } from '../door';
import { eventually } from '../eventually';
import { Members } from './members';

const ROOT = join(__dirname, '../../../..');
const READY_BOUND_MS = 180_000;
const BROKER_URL = process.env['RABBITMQ_URL'] || 'amqp://guest:guest@127.0.0.1:5672';
const HEARERS = ['auth', 'catalog', 'booking', 'notification', 'url-shortener', 'review', 'hotel-management'];

const FORMS = {
  standalone: [...NODE_FLAGS, 'dist/apps/standalone/main.js'],
  cluster: ['--enable-source-maps', '-r', '@swc-node/register', 'tools/cluster/main.ts'],
} as const;

/** What the checker of invariants said. */
export interface Verdict {
  readonly isGreen: boolean;
  readonly report: string;
}

/** What a suite brings itself. */
export interface Ground {
  /** Servers of its own, to break them. */
  readonly databaseUrl?: string;
  readonly brokerUrl?: string;
  /** Done before the first process runs, as on a machine to which a backup is brought. */
  readonly prepare?: (environment: NodeJS.ProcessEnv) => Promise<unknown>;
}

/** A whole system of a test's own: its database, its queues and its processes, for the test to break. */
export class Installation {
  private constructor(
    readonly doors: readonly Door[],
    readonly databaseUrl: string,
    /** What its queues hold; by the way that is never cut. */
    readonly atBroker: InstallationAtBroker,
    /** Its only way to the broker. */
    readonly cable: TcpProxy,
    private readonly dataFolder: string,
    private readonly database: TestDatabase | undefined,
    private readonly system: ChildProcess,
    /** What its processes were told; whoever tends it from outside is told the same. */
    readonly environment: NodeJS.ProcessEnv,
  ) {}

  static async start(form: keyof typeof FORMS, settings: Readonly<Record<string, string>> = {}, { prepare, ...own }: Ground = {}): Promise<Installation> {
    const dataFolder = await mkdtemp(join(tmpdir(), `bookable-${form}-`));
    const database = own.databaseUrl ? undefined : await startTestDatabase();
    const databaseUrl = own.databaseUrl ?? database!.url;
    const brokerUrl = own.brokerUrl ?? BROKER_URL;
    const cable = new TcpProxy(new URL(brokerUrl));
    await cable.open();
    const namespace = `faults-${randomUUID()}`;
    const gateways = Number(settings['REPLICAS_GATEWAY'] ?? 1);
    const port = await freePorts(32);
    const env = {
      ...process.env,
      DATA_DIR: dataFolder,
      DATABASE_URL: databaseUrl,
      RABBITMQ_URL: form === 'cluster' ? cable.url : '',
      RABBITMQ_NAMESPACE: namespace,
      CLUSTER_IS_FLEETING: 'on',
      CLUSTER_HEALTH_PORT: String(port + gateways),
      PORT: String(port),
      PUBLIC_URL: `http://localhost:${port}`,
      DEMO: 'off',
      LOG_LEVEL: 'warn',
      RATE_LIMIT_FACTOR: '10000',
      SWC_NODE_PROJECT: 'tsconfig.base.json',
      ...settings,
    };
    await prepare?.(env);
    const system = spawn(process.execPath, [...FORMS[form]], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env });
    const log = createWriteStream(join(dataFolder, 'system.log'));
    for (const output of [system.stdout, system.stderr]) output.pipe(log, { end: false });
    process.stderr.write(`The ${form} of this test lives in ${dataFolder}; what its processes say is in system.log.\n`);
    const doors = Array.from({ length: gateways }, (_, index) => new Door(`http://localhost:${port + index}`));
    const atBroker = new InstallationAtBroker({ url: brokerUrl, namespace, services: HEARERS });
    const installation = new Installation(doors, databaseUrl, atBroker, cable, dataFolder, database, system, env);
    await installation.isReady().catch(async (error: unknown) => {
      await installation.stop({ keepsFolder: true });
      throw error;
    });
    return installation;
  }

  /** All that its processes have said so far. */
  log(): Promise<string> {
    return readFile(join(this.dataFolder, 'system.log'), 'utf8');
  }

  /** The processes of a cluster. */
  members(): Promise<Members> {
    return Members.of(this.dataFolder);
  }

  /** Asks the checker what it thinks of everything that was left in the database. */
  verify(patienceSeconds = 60): Promise<Verdict> {
    const env = { ...process.env, DATABASE_URL: this.databaseUrl, SWC_NODE_PROJECT: 'tsconfig.base.json', VERIFY_PATIENCE_SECONDS: String(patienceSeconds) };
    const checker = spawn(process.execPath, ['-r', '@swc-node/register', 'tools/verify/main.ts'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env });
    let report = '';
    for (const output of [checker.stdout, checker.stderr]) output.on('data', (chunk: Buffer) => (report += chunk.toString()));
    return new Promise((resolve) => checker.once('close', (code) => resolve({ isGreen: code === 0, report })));
  }

  /** Does what only an operator with the owner's rights could: runs SQL in the schema of a service. */
  async operate(schema: string, sqlFile: string): Promise<void> {
    const owner = new Client({ connectionString: this.databaseUrl, options: `-c search_path=${schema},extensions,public` });
    await owner.connect();
    await owner.query(await readFile(join(ROOT, sqlFile), 'utf8')).finally(() => owner.end());
  }

  /** Ends every process and throws away what they kept. */
  async stop({ keepsFolder = false } = {}): Promise<void> {
    const ended = new Promise((resolve) => this.system.once('exit', resolve));
    if (this.system.exitCode === null && this.system.kill('SIGTERM')) await ended;
    await this.cable.close();
    await this.database?.stop();
    if (!keepsFolder) await rm(this.dataFolder, { recursive: true, force: true });
  }

  private async isReady(): Promise<void> {
    for (const door of this.doors) {
      const answers = async () => {
        if (this.system.exitCode !== null) throw new Error(`The system ended with ${this.system.exitCode}; see ${this.dataFolder}/system.log.`);
        return door.ask('GET', '/health/ready').then(({ status }) => status === 200, () => false);
      };
      await eventually('the public door is open', answers, READY_BOUND_MS);
    }
  }
}

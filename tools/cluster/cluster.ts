import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InstallationAtBroker } from '@bookable/platform-bus';
import type { Environment } from '@bookable/platform-config';
import { operatorEnvironment } from '@bookable/platform-runtime';
import { ClusterConfig, SERVICES } from './config';
import { localBroker } from './local-broker';
import { type LocalPart, localDatabase } from './local-database';
import { notReadyAfter } from './readiness';
import { SupervisedProcess } from './supervised-process';

const READY_BOUND_MS = 120_000;

/** Every service and the gateway as a process of its own, kept alive until we are told to stop. */
export class Cluster {
  private readonly locals: LocalPart[] = [];
  private processes: readonly SupervisedProcess[] = [];
  private stopping?: Promise<void>;
  private brokerUrl = '';

  constructor(
    private readonly config: ClusterConfig,
    private readonly env: Environment,
    private readonly say: (line: string) => void,
  ) {}

  /** Brings up what is missing on this machine, then every member. False where a member did not get ready. */
  async start(root: string): Promise<boolean> {
    const { members, pidFolder, publicUrl } = this.config;
    await mkdir(pidFolder, { recursive: true });
    await writeFile(join(pidFolder, 'members.json'), JSON.stringify(members, undefined, 2));
    const { dataFolder } = this.config;
    const env = { ...this.env, ...operatorEnvironment(this.env, dataFolder), PUBLIC_URL: publicUrl, DATA_DIR: dataFolder, ...(await this.locations()) };
    this.processes = members.map((member) => {
      const onHopeless = () => {
        this.say(`${member.name} cannot run in this environment; the cluster stops.`);
        void this.stop().then(() => process.exit(78));
      };
      return new SupervisedProcess(member, { root, env, pidFolder, say: this.say, onHopeless });
    });
    for (const supervised of this.processes) supervised.start();
    const late = await notReadyAfter(members, READY_BOUND_MS);
    if (this.stopping) return false;
    for (const { name, port } of late) this.say(`${name} is not ready: see http://127.0.0.1:${port}/health/ready`);
    if (late.length === 0) this.say(`Bookable is ready: ${members.length} processes, ${publicUrl}. Process numbers are in ${pidFolder}.`);
    return late.length === 0;
  }

  /** The public door first, then the services, then what we brought up for them. */
  stop(): Promise<void> {
    this.stopping ??= this.stopAll();
    return this.stopping;
  }

  /** Ends every process at once. */
  kill(): void {
    for (const supervised of this.processes) supervised.kill();
  }

  private async stopAll(): Promise<void> {
    const doors = this.config.members.map(({ service }) => service === 'gateway');
    await Promise.all(this.processes.filter((_, index) => doors[index]).map((one) => one.stop()));
    await Promise.all(this.processes.filter((_, index) => !doors[index]).map((one) => one.stop()));
    await this.leaveBroker();
    for (const local of this.locals.splice(0)) await local.stop();
  }

  private async leaveBroker(): Promise<void> {
    const { fleetingNamespace: namespace } = this.config;
    if (namespace === undefined || this.brokerUrl === '') return;
    await new InstallationAtBroker({ url: this.brokerUrl, namespace, services: SERVICES }).remove();
  }

  private async locations(): Promise<Environment> {
    const { brokerUrl, databaseUrl, dataFolder } = this.config;
    this.brokerUrl = brokerUrl ?? (await this.use('RABBITMQ_URL', localBroker(dataFolder)));
    return {
      RABBITMQ_URL: this.brokerUrl,
      DATABASE_URL: databaseUrl ?? (await this.use('DATABASE_URL', localDatabase(dataFolder))),
    };
  }

  private async use(variable: string, found: Promise<LocalPart | undefined>): Promise<string> {
    const local = await found;
    if (!local) throw new Error(`${variable} is not set and nothing on this machine can take its place: install rabbitmq-server, or name a broker.`);
    this.locals.push(local);
    this.say(`${variable} is not set: using ${local.told}.`);
    return local.url;
  }
}

import type { BusConnection } from '@bookable/platform-bus';
import { ConfigError, type Environment } from '@bookable/platform-config';
import { HealthChecks, HealthServer, Metrics } from '@bookable/platform-health';
import { Logger } from '@bookable/platform-logging';
import { type ProcessConfig, processEnvironment, readProcessConfig } from './config';
import { ProcessEnd } from './process-end';
import type { Platform, RunningService } from './service-definition';

/** What the exit code says where the environment is unusable (`EX_CONFIG` of sysexits.h): trying again is of no use. */
const EXIT_CONFIG = 78;

/** A process and what it runs. */
export interface ProcessDefinition {
  readonly name: string;
  /** Opens the way to the other services. */
  readonly connect: (env: Environment, platform: Omit<Platform, 'bus'>) => Promise<BusConnection>;
  readonly start: (env: Environment, platform: Platform) => Promise<RunningService>;
  /** Whether `/health` and `/metrics` are answered on `HEALTH_PORT`; off for a process with an HTTP door of its own. */
  readonly hasHealthDoor?: boolean;
}

/** Runs a process until it is told to stop: never returns before it is ready, and exits by itself in the end. */
export async function runProcess(definition: ProcessDefinition): Promise<void> {
  const env = processEnvironment();
  try {
    await new HostProcess(definition, env, readProcessConfig(env)).run();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(EXIT_CONFIG);
  }
}

class HostProcess {
  private readonly logger: Logger;
  private readonly health = new HealthChecks();
  private readonly metrics: Metrics;
  private readonly door: HealthServer;
  private bus?: BusConnection;
  private running?: RunningService;

  constructor(
    private readonly definition: ProcessDefinition,
    private readonly env: Environment,
    private readonly config: ProcessConfig,
  ) {
    this.logger = Logger.create({ level: config.LOG_LEVEL }).forService(definition.name);
    this.metrics = Metrics.create(definition.name);
    this.door = new HealthServer(this.health, this.metrics);
  }

  async run(): Promise<void> {
    const { logger, metrics, health } = this;
    this.endWithProcess();
    try {
      if (this.definition.hasHealthDoor !== false && this.config.HEALTH_PORT > 0) await this.door.listen(this.config.HEALTH_PORT);
      this.bus = await this.definition.connect(this.env, { logger, metrics, health });
      this.watchBus(this.bus);
      this.running = await this.definition.start(this.env, { logger, metrics, health, bus: this.bus });
    } catch (error) {
      if (error instanceof ConfigError) throw error;
      logger.fatal('The process could not start.', { error });
      process.exit(1);
    }
    health.started();
    logger.info('Ready.');
  }

  private watchBus(bus: BusConnection): void {
    this.health.add('bus', () => bus.ready());
    this.metrics.watchQueues(() => bus.queueDepths());
  }

  private endWithProcess(): void {
    const boundMs = this.config.SHUTDOWN_TIMEOUT_SECONDS * 1_000;
    new ProcessEnd({ logger: this.logger, boundMs, drain: () => this.drain(), exit: (code) => process.exit(code) }).watch(process);
  }

  /** The order matters: no new work, then the work in hand, then the ways out, and the health door last so that it can tell. */
  private async drain(): Promise<void> {
    this.health.stopping();
    await this.running?.stop();
    await this.bus?.close();
    await this.door.close();
  }
}

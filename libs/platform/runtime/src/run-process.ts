import type { BusConnection } from '@bookable/platform-bus';
import { ConfigError, type Environment } from '@bookable/platform-config';
import { HealthChecks, HealthServer, Metrics } from '@bookable/platform-health';
import { Logger } from '@bookable/platform-logging';
import { type ProcessConfig, processEnvironment, readProcessConfig } from './config';
import { EXIT_CONFIG } from './exit-codes';
import { ProcessEnd } from './process-end';
import { ProcessWatch } from './process-watch';
import type { Platform, RunningService } from './service-definition';

/** A process and what it runs. */
export interface ProcessDefinition {
  readonly name: string;
  /** Opens the way to the other services. */
  readonly connect: (env: Environment, platform: Omit<Platform, 'bus'>) => Promise<BusConnection>;
  readonly start: (env: Environment, platform: Platform) => Promise<RunningService>;
  /** What holds where the environment says nothing. */
  readonly defaults?: Environment;
  /** Told once the process takes work. */
  readonly started?: (env: Environment, platform: Platform) => Promise<void>;
  /** Whether `/health` and `/metrics` are answered on `HEALTH_PORT`; off for a process that hosts all of them. */
  readonly hasHealthDoor?: boolean;
}

/** Runs a process until it is told to stop: never returns before it is ready, and exits by itself in the end. */
export async function runProcess(definition: ProcessDefinition): Promise<void> {
  const env = { ...definition.defaults, ...processEnvironment() };
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
  private readonly end: ProcessEnd;
  private readonly watch: ProcessWatch;
  private bus?: BusConnection;
  private starting?: Promise<RunningService>;

  constructor(
    private readonly definition: ProcessDefinition,
    private readonly env: Environment,
    private readonly config: ProcessConfig,
  ) {
    this.watch = new ProcessWatch(definition.name, env);
    this.logger = Logger.create({ level: config.LOG_LEVEL, onFault: this.watch.onFault }).forService(definition.name);
    this.metrics = Metrics.create(definition.name);
    this.door = new HealthServer(this.health, this.metrics);
    const boundMs = config.SHUTDOWN_TIMEOUT_SECONDS * 1_000;
    this.end = new ProcessEnd({ logger: this.logger, boundMs, drain: () => this.drain(), exit: (code) => process.exit(code) });
  }

  async run(): Promise<void> {
    this.end.watch(process);
    const { definition, env, logger } = this;
    try {
      await this.watch.open(logger, this.metrics);
      if (definition.hasHealthDoor !== false && this.config.HEALTH_PORT > 0) await this.door.listen(this.config.HEALTH_PORT);
      const platform = await this.join();
      this.starting = definition.start(env, platform);
      await this.starting;
      this.health.started();
      logger.info('Ready.');
      await definition.started?.(env, platform);
    } catch (error) {
      if (error instanceof ConfigError) throw error;
      logger.fatal('The process could not start.', { error });
      await this.end.end('the start failed', 1);
    }
  }

  /** Joins the bus; from here on readiness depends on it. */
  private async join(): Promise<Platform> {
    const { logger, metrics, health } = this;
    const { tracing } = this.watch;
    const bus = await this.definition.connect(this.env, { logger, metrics, health, tracing });
    this.bus = bus;
    health.add('bus', () => bus.ready());
    metrics.watchQueues(() => bus.queueDepths());
    return { logger, metrics, health, tracing, bus };
  }

  /** The order matters: no new work, then the work in hand, then the ways out, the health door so that it can tell, and what has been seen of all that. */
  private async drain(): Promise<void> {
    this.health.stopping();
    // A process may be told to stop while it starts: what is half up is brought up and then let go, not left behind.
    const running = await this.starting?.catch(() => undefined);
    await running?.stop();
    await this.bus?.close();
    await this.door.close();
    await this.watch.close();
  }
}

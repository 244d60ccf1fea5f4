import type { BusConnection } from '@bookable/platform-bus';
import { ConfigError, type Environment } from '@bookable/platform-config';
import { HealthChecks, HealthServer, Metrics } from '@bookable/platform-health';
import { Logger } from '@bookable/platform-logging';
import { type OpenedTracing, openTracing } from '@bookable/platform-tracing';
import { type ProcessConfig, processEnvironment, readProcessConfig, readTracingConfig } from './config';
import { EXIT_CONFIG } from './exit-codes';
import { ProcessEnd } from './process-end';
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
  private bus?: BusConnection;
  private tracing?: OpenedTracing;
  private starting?: Promise<RunningService>;

  constructor(
    private readonly definition: ProcessDefinition,
    private readonly env: Environment,
    private readonly config: ProcessConfig,
  ) {
    this.logger = Logger.create({ level: config.LOG_LEVEL }).forService(definition.name);
    this.metrics = Metrics.create(definition.name);
    this.door = new HealthServer(this.health, this.metrics);
    const boundMs = config.SHUTDOWN_TIMEOUT_SECONDS * 1_000;
    this.end = new ProcessEnd({ logger: this.logger, boundMs, drain: () => this.drain(), exit: (code) => process.exit(code) });
  }

  async run(): Promise<void> {
    this.end.watch(process);
    const { definition, env, logger } = this;
    try {
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
    const tracing = await this.traced();
    const bus = await this.definition.connect(this.env, { logger, metrics, health, tracing });
    this.bus = bus;
    health.add('bus', () => bus.ready());
    metrics.watchQueues(() => bus.queueDepths());
    return { logger, metrics, health, tracing, bus };
  }

  /** Records and sends traces where somebody takes them. */
  private async traced(): Promise<OpenedTracing | undefined> {
    const { endpoint, ...options } = readTracingConfig(this.env);
    if (endpoint === undefined) return undefined;
    const lose = this.metrics.counter('trace_batches_lost_total', 'Batches of spans that no collector took.');
    const lost = (spans: number, error: unknown): void => {
      lose();
      this.logger.warn('Spans could not be delivered and are lost.', { spans, error });
    };
    return (this.tracing = await openTracing({ ...options, endpoint, service: this.definition.name, lost }));
  }

  /** The order matters: no new work, then the work in hand, then the ways out, and the health door last so that it can tell. */
  private async drain(): Promise<void> {
    this.health.stopping();
    // A process may be told to stop while it starts: what is half up is brought up and then let go, not left behind.
    const running = await this.starting?.catch(() => undefined);
    await running?.stop();
    await this.bus?.close();
    await this.tracing?.close();
    await this.door.close();
  }
}

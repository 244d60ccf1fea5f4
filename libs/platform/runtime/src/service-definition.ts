import type { BusConnection } from '@bookable/platform-bus';
import type { Environment } from '@bookable/platform-config';
import type { HealthChecks, Metrics } from '@bookable/platform-health';
import type { Logger } from '@bookable/platform-logging';
import type { Tracing } from '@bookable/platform-tracing';
import type { DynamicModule } from '@nestjs/common';

/** What a process shares with the services it hosts. */
export interface Platform {
  readonly bus: BusConnection;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly health: HealthChecks;
  /** Absent where the process is not traced. */
  readonly tracing?: Tracing;
}

/** A service as its composition root describes it. */
export interface ServiceDefinition {
  /** In kebab case: the first segment of its topics, its queue, and its schema. */
  readonly name: string;
  /** Reads its own part of the environment and composes itself; throws `ConfigError` where that part is unusable. */
  readonly module: (env: Environment, platform: Platform) => DynamicModule;
  /** Brings its schema to the present without starting anything, and answers the migrations that ran; `only` those named, where any are; left out by a service without a database. */
  readonly migrate?: (env: Environment, only?: readonly string[]) => Promise<readonly string[]>;
}

/** A service that takes work. */
export interface RunningService {
  readonly name: string;
  /** Takes no more work, finishes what runs, and lets go of everything it holds. */
  stop(): Promise<void>;
}

/** The platform as one service sees it: its log lines and series carry its name. */
export function platformOf(platform: Platform, service: string): Platform {
  return { ...platform, logger: platform.logger.forService(service), metrics: platform.metrics.forService(service), tracing: platform.tracing?.forService(service) };
}

import type { HealthChecks, Metrics } from '@bookable/platform-health';
import type { Logger } from '@bookable/platform-logging';
import type { DatabaseObserver } from './database-observer';
import type { DatabaseVitals } from './database-vitals';

/** Where a service reports to; a test may leave out any of it. */
export interface ReportTargets {
  readonly logger?: Logger;
  readonly metrics?: Metrics;
  readonly health?: HealthChecks;
}

/** Tells the log and the metrics what happens to facts, and whoever else wants to know. */
export function reportingObserver({ logger, metrics }: ReportTargets, other: DatabaseObserver = {}): DatabaseObserver {
  const countAudited = metrics?.counter('audited_total', 'Entries that the audit log has taken, by what was done.', 'action');
  return {
    factsRelayed: (count, lagSeconds) => {
      metrics?.factsRelayed(count, lagSeconds);
      other.factsRelayed?.(count, lagSeconds);
    },
    relayFailed: (error, pauseMs) => {
      metrics?.relayFailed();
      logger?.warn('Facts could not be handed on; the relay tries again.', { error, pauseMs });
      other.relayFailed?.(error, pauseMs);
    },
    audited: (action) => {
      countAudited?.(action);
      other.audited?.(action);
    },
    backgroundFault: (error) => {
      logger?.warn('Something went wrong with the database in the background.', { error });
      other.backgroundFault?.(error);
    },
  };
}

/** Lets the health door and the metrics ask after the database. */
export function reportVitals(service: string, vitals: DatabaseVitals, { health, metrics }: ReportTargets): void {
  health?.forService(service).add('database', () => vitals.ping());
  metrics?.watchPool(() => vitals.poolUse());
  metrics?.watchOutbox(async () => {
    const { factsPending: pending, outboxLagSeconds: ageSeconds } = await vitals.measure();
    return { pending, ageSeconds };
  });
}

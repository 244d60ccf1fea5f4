import { type BusConnection, type EventEnvelope } from '@bookable/platform-bus';
import { newId } from '@bookable/kernel';
import { runInContext } from '@bookable/platform-context';
import { HealthChecks, Metrics } from '@bookable/platform-health';
import { Logger } from '@bookable/platform-logging';
import { type Platform, type RunningService, startService } from '@bookable/platform-runtime';
import { NoteWritten, padService } from './small-service';

/** A caller with a role. */
export const as = <Result>(roles: readonly string[], work: () => Promise<Result>, userId = newId()): Promise<Result> =>
  runInContext({ requestId: newId(), actor: { userId, roles } }, work);

/** Starts one process of the service on a bus. */
export function startPad(bus: BusConnection, databaseUrl: string): Promise<RunningService> {
  const health = new HealthChecks();
  health.started();
  const platform: Platform = { bus, logger: Logger.create({ level: 'silent' }), metrics: Metrics.create('pad', { withProcess: false }), health };
  return startService(padService, { DATABASE_URL: databaseUrl }, platform);
}

/** A fact on its way. */
export function noteWritten(id: string): EventEnvelope {
  return { messageId: newId(), topic: NoteWritten.topic, aggregateId: id, occurredAt: new Date().toISOString(), requestId: newId(), payload: JSON.stringify({ id, name: 'Ann', text: 'secret words', about: 'long free words' }) };
}

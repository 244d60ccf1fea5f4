import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '@bookable/platform-logging';

const DEFAULT_PATIENCE_MS = 60_000;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;

/** What a machine or server says that is not there yet: network errors, and Postgres while it starts or is full. */
const NOT_YET = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EPIPE', '57P03', '57P01', '53300', '08006', '08001']);

interface Caused {
  readonly code?: unknown;
  readonly cause?: unknown;
  readonly driverError?: unknown;
  readonly errors?: readonly unknown[];
}

/** Whether an error, or one behind it, says that a database or broker does not answer yet and may soon. */
export function isNotThereYet(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 4) return false;
  const { code, cause, driverError, errors = [] } = error as Caused;
  if (typeof code === 'string' && NOT_YET.has(code)) return true;
  return [cause, driverError, ...errors].some((inner) => isNotThereYet(inner, depth + 1));
}

/**
 * Tries until it works, with growing pauses, as long as what it needs merely does not answer yet: at a cold start of a
 * cluster nothing says which part comes up first. Any other fault, or the end of patience, is thrown at once.
 */
export async function whenItAnswers<Result>(logger: Logger, patienceMs = DEFAULT_PATIENCE_MS, attempt: () => Promise<Result>): Promise<Result> {
  const startedMs = performance.now();
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    try {
      return await attempt();
    } catch (error) {
      const waitedMs = Math.round(performance.now() - startedMs);
      if (!isNotThereYet(error) || waitedMs + pauseMs > patienceMs) throw error;
      logger.warn('Waiting for a part that does not answer yet.', { reason: reasonOf(error), waitedMs, pauseMs });
      await pause(pauseMs);
    }
  }
}

function reasonOf(error: unknown): string {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first.message : String(first);
}

import { DomainError, Unavailable } from '@bookable/kernel';

/** SQLSTATEs that say "not now": connections, resources, shutdowns, timeouts, locks, lost races, and a standby that is not promoted yet. */
const PASSING_SQL_STATES = /^(08...|53...|57P0[1-5]|57014|25006|25P0[34]|40001|40P01|55P03|58030)$/;
const PASSING_SYSTEM_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOENT']);
/** The driver raises these without a code. */
const PASSING_MESSAGES = [
  'timeout exceeded when trying to connect',
  'Connection terminated',
  'Client has encountered a connection error',
  'Client was closed',
  'Query read timeout',
  'Cannot use a pool after calling end',
  'Connection ended unexpectedly',
];
const RETRY_AFTER_SECONDS = 2;

function codeOf(error: Error): string | undefined {
  const { code } = error as Error & { readonly code?: unknown };
  return typeof code === 'string' ? code : undefined;
}

/** Whether the fault lies with the database's present state, so that the same statement may succeed later. */
export function faultIsPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (code !== undefined && (PASSING_SQL_STATES.test(code) || PASSING_SYSTEM_CODES.has(code))) return true;
  return PASSING_MESSAGES.some((message) => error.message.includes(message));
}

/** Whether the connection itself can no longer be used, as opposed to one statement having failed on it; a standby is left for whoever is written to now. */
export function connectionIsLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  return code === undefined ? faultIsPassing(error) : /^(08...|57P0[1-5]|25006|25P0[34])$/.test(code) || PASSING_SYSTEM_CODES.has(code);
}

/**
 * What callers see of a database fault. A passing one becomes `Unavailable`; its own text stays in `cause`, for the log.
 * Anything else (a broken constraint, wrong SQL) is a fault of ours and goes on unchanged.
 */
export function asRefusal(error: unknown): unknown {
  if (error instanceof DomainError || !faultIsPassing(error)) return error;
  const refusal = new DomainError(Unavailable, 'The database does not answer at the moment.', { retryAfterSeconds: RETRY_AFTER_SECONDS });
  refusal.cause = error;
  return refusal;
}

/** How wrong passwords slow down whoever gives them. Nobody is ever shut out: every delay ends. */
export interface AttemptRule {
  /** So many failures cost nothing. */
  readonly freeFailures: number;
  /** The wait after the next one; it doubles with each more. */
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
  /** One failure is forgiven after each such span; null where only a right password or a reset forgives. */
  readonly forgivenessMs: number | null;
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** One account, wherever the tries come from: five in the first minute, then ever slower. */
export const ACCOUNT_RULE: AttemptRule = { freeFailures: 5, firstDelayMs: MINUTE_MS, longestDelayMs: HOUR_MS, forgivenessMs: null };
/** One address, whichever accounts it tries: in the long run five a minute. Many people may stand behind it, so it is forgiven with time. */
export const ADDRESS_RULE: AttemptRule = { freeFailures: 10, firstDelayMs: 12 * SECOND_MS, longestDelayMs: 15 * MINUTE_MS, forgivenessMs: 12 * SECOND_MS };

/** A hundred wrong passwords in a row are no longer a slip of memory (NIST SP 800-63B): from then on one try a day. */
const HOPELESS_FAILURES = 100;
const HOPELESS_DELAY_MS = 24 * HOUR_MS;

/** What is kept of the failures of one account or address. */
export interface AttemptCount {
  readonly failures: number;
  readonly lastFailedAt: Date;
}

/** A rule with more room, for load tests and big installations. */
export function scaleRule(rule: AttemptRule, factor: number): AttemptRule {
  return { ...rule, freeFailures: Math.max(1, Math.round(rule.freeFailures * factor)) };
}

/** The wait after so many failures in a row. */
export function attemptDelayMs(failures: number, rule: AttemptRule): number {
  if (failures < rule.freeFailures) return 0;
  if (rule.forgivenessMs === null && failures >= Math.max(HOPELESS_FAILURES, rule.freeFailures)) return HOPELESS_DELAY_MS;
  return Math.min(rule.firstDelayMs * 2 ** (failures - rule.freeFailures), rule.longestDelayMs);
}

/** When the next try is allowed. */
export function nextAttemptAt(count: AttemptCount, rule: AttemptRule): Date {
  return new Date(count.lastFailedAt.getTime() + attemptDelayMs(count.failures, rule));
}

/** The count after one more failure. */
export function afterFailure(count: AttemptCount | undefined, rule: AttemptRule, now: Date): AttemptCount {
  if (count === undefined) return { failures: 1, lastFailedAt: now };
  const elapsedMs = Math.max(0, now.getTime() - count.lastFailedAt.getTime());
  const forgiven = rule.forgivenessMs === null ? 0 : Math.floor(elapsedMs / rule.forgivenessMs);
  return { failures: Math.max(0, count.failures - forgiven) + 1, lastFailedAt: now };
}

/** Whole seconds until the next try; 0 where it is allowed now. A clock that was set back never lengthens the wait beyond its rule. */
export function attemptWaitSeconds(count: AttemptCount, rule: AttemptRule, now: Date): number {
  const waitMs = nextAttemptAt(count, rule).getTime() - now.getTime();
  return Math.ceil(Math.min(Math.max(0, waitMs), attemptDelayMs(count.failures, rule)) / SECOND_MS);
}

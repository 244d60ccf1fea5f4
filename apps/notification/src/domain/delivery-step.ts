import type { SendOutcome } from './mail';

/** What becomes of a delivery after a try; `isWait` where nobody has tried, so that it counts for none. */
export type DeliveryStep =
  | { readonly state: 'sent'; readonly providerId: string | null }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'skipped'; readonly reason: string }
  | { readonly state: 'waiting'; readonly reason: string; readonly pauseMs: number; readonly isWait?: boolean };

/** After so many tries, about four hours, nobody believes in the next one. */
export const MOST_ATTEMPTS = 12;

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 3_600_000;
const LONGEST_WISH_MS = 24 * 3_600_000;

/** Decides what follows a try; `chance` from 0 to 1 spreads the next tries, so that they do not come all at once. */
export function stepAfter(outcome: SendOutcome, attempts: number, chance: number): DeliveryStep {
  if (outcome.kind === 'sent') return { state: 'sent', providerId: outcome.providerId ?? null };
  if (outcome.kind === 'quiet') return { state: 'waiting', reason: 'its reader has quiet hours', pauseMs: outcome.pauseMs, isWait: true };
  if (outcome.kind === 'skipped') return { state: 'skipped', reason: outcome.reason };
  if (outcome.kind === 'refused') return { state: 'failed', reason: outcome.reason };
  if (attempts >= MOST_ATTEMPTS) return { state: 'failed', reason: `given up after ${attempts} tries: ${outcome.reason}` };
  return { state: 'waiting', reason: outcome.reason, pauseMs: pauseMsAfter(attempts, chance, outcome.retryAfterMs) };
}

/** Doubles with every try and varies by half; never shorter than the provider asks, within a day. */
export function pauseMsAfter(attempts: number, chance: number, wishedMs = 0): number {
  const fullMs = Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
  const pauseMs = fullMs * (0.5 + chance / 2);
  return Math.round(Math.max(pauseMs, Math.min(wishedMs, LONGEST_WISH_MS)));
}

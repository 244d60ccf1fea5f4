import type { Period } from '@bookable/kernel';

const ANSWER_TIME_MS = 24 * 3_600_000;

/**
 * Until when there is any use in waiting: until the time begins. Where it has begun already (somebody asks in the evening
 * for tonight), until it is over.
 */
export function lastUseMs(during: Period, nowMs: number): number {
  return during.fromMs > nowMs ? during.fromMs : during.toMs;
}

/** When a request runs out: after 24 hours, or when there is no more use in it. */
export function requestExpiry(during: Period, nowMs: number): number {
  return Math.min(nowMs + ANSWER_TIME_MS, lastUseMs(during, nowMs));
}

/** An invitation stands until the event begins. */
export function invitationExpiry(during: Period): number {
  return during.fromMs;
}

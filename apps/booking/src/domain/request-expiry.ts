import type { Period } from '@bookable/kernel';

const ANSWER_TIME_MS = 24 * 3_600_000;

/**
 * When a request or invitation runs out: after 24 hours, or when its time begins. Where its time has begun already
 * (somebody asks in the evening for tonight), when its time is over.
 */
export function requestExpiry(during: Period, nowMs: number): number {
  const lastUseMs = during.fromMs > nowMs ? during.fromMs : during.toMs;
  return Math.min(nowMs + ANSWER_TIME_MS, lastUseMs);
}

/** An invitation stands until the event begins. */
export function invitationExpiry(during: Period): number {
  return during.fromMs;
}

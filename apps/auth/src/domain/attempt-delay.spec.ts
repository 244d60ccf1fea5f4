import * as fc from 'fast-check';
import { ACCOUNT_RULE, ADDRESS_RULE, type AttemptCount, type AttemptRule, afterFailure, attemptDelayMs, attemptWaitSeconds, nextAttemptAt, scaleRule } from './attempt-delay';

const start = new Date('2026-11-21T10:00:00Z');
const MINUTE_MS = 60_000;
const rules = fc.constantFrom(ACCOUNT_RULE, ADDRESS_RULE);

/** How many guesses somebody gets in who never waits longer than told. */
function guessesWithin(spanMs: number, rule: AttemptRule): number {
  let now = start;
  let count: AttemptCount | undefined;
  for (let guesses = 0; ; guesses += 1) {
    if (count) now = new Date(Math.max(now.getTime(), nextAttemptAt(count, rule).getTime()));
    if (now.getTime() - start.getTime() >= spanMs) return guesses;
    count = afterFailure(count, rule, now);
  }
}

describe('the wait after wrong passwords', () => {
  it('is nothing for five slips of memory, then grows from a minute to an hour', () => {
    const minutes = [4, 5, 6, 7, 8, 9, 10, 11, 12, 50, 99].map((failures) => attemptDelayMs(failures, ACCOUNT_RULE) / MINUTE_MS);
    expect(minutes).toEqual([0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60]);
  });

  it('lets an account be guessed at five times in the first minute and some thirty times in a day', () => {
    expect(guessesWithin(MINUTE_MS, ACCOUNT_RULE)).toBe(5);
    expect(guessesWithin(24 * 60 * MINUTE_MS, ACCOUNT_RULE)).toBeLessThanOrEqual(35);
  });

  it('becomes a day after a hundred in a row, so that a year of guessing gains some hundreds of tries', () => {
    expect(attemptDelayMs(100, ACCOUNT_RULE)).toBe(24 * 60 * MINUTE_MS);
    expect(guessesWithin(365 * 24 * 60 * MINUTE_MS, ACCOUNT_RULE)).toBeLessThan(500);
  });

  it('lets a network fail five times a minute in the long run, whoever it tries', () => {
    const hourly = guessesWithin(60 * MINUTE_MS, ADDRESS_RULE);
    expect(hourly).toBeLessThanOrEqual(5 * 60 + ADDRESS_RULE.freeFailures);
  });

  it('never shrinks with one failure more, and always ends', () => {
    fc.assert(fc.property(rules, fc.nat(100_000), (rule, failures) => {
      expect(attemptDelayMs(failures + 1, rule)).toBeGreaterThanOrEqual(attemptDelayMs(failures, rule));
      expect(attemptDelayMs(failures, rule)).toBeLessThanOrEqual(24 * 60 * MINUTE_MS);
    }));
  });

  it('is over exactly when it was said to be', () => {
    fc.assert(fc.property(rules, fc.integer({ min: 1, max: 200 }), (rule, failures) => {
      const count = { failures, lastFailedAt: start };
      const waitSeconds = attemptWaitSeconds(count, rule, start);
      expect(attemptWaitSeconds(count, rule, new Date(start.getTime() + waitSeconds * 1_000))).toBe(0);
      expect(waitSeconds === 0 || attemptWaitSeconds(count, rule, new Date(start.getTime() + waitSeconds * 1_000 - 1_000)) > 0).toBe(true);
    }));
  });

  it('is never longer than its rule says, though the clock was set back', () => {
    fc.assert(fc.property(rules, fc.integer({ min: 1, max: 200 }), fc.nat(1e9), (rule, failures, backMs) => {
      const wait = attemptWaitSeconds({ failures, lastFailedAt: start }, rule, new Date(start.getTime() - backMs));
      expect(wait).toBeLessThanOrEqual(Math.ceil(attemptDelayMs(failures, rule) / 1_000));
    }));
  });

  it('forgives a network with time and an account never by itself', () => {
    const later = new Date(start.getTime() + 10 * MINUTE_MS);
    expect(afterFailure({ failures: 40, lastFailedAt: start }, ADDRESS_RULE, later).failures).toBe(1);
    expect(afterFailure({ failures: 40, lastFailedAt: start }, ACCOUNT_RULE, later).failures).toBe(41);
  });

  it('has more room where the limits are multiplied, and never none', () => {
    expect(scaleRule(ACCOUNT_RULE, 100).freeFailures).toBe(500);
    expect(attemptDelayMs(499, scaleRule(ACCOUNT_RULE, 100))).toBe(0);
    expect(scaleRule(ACCOUNT_RULE, 0.01).freeFailures).toBe(1);
  });
});

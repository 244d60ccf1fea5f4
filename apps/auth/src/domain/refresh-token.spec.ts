import * as fc from 'fast-check';
import { judgeRefresh } from './refresh-token';
import { linkExpiresAt, linkIsTooSoon, sessionExpiresAt } from './token-lifetimes';

const now = new Date('2026-11-21T10:00:00Z');
const at = (ms: number) => new Date(now.getTime() + ms);
const DAY_MS = 86_400_000;

describe('a refresh token', () => {
  it.each([
    ['rotate', null, 1],
    ['repeat', 0, 1],
    ['repeat', -10_000, 1],
    ['reused', -10_001, 1],
    ['expired', null, 0],
    ['expired', -1, -1],
    ['expired', -20_000, 0],
  ] as const)('is judged %p when it was rotated %p ms ago and its session ends in %p ms', (verdict, rotatedMs, expiresMs) => {
    expect(judgeRefresh({ rotatedAt: rotatedMs === null ? null : at(rotatedMs), expiresAt: at(expiresMs) }, now)).toBe(verdict);
  });
});

describe('a session', () => {
  it('lives thirty days beyond its last use and never beyond half a year', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 400 }), (days) => {
      const expiresAt = sessionExpiresAt(at(-days * DAY_MS), now);
      expect(expiresAt.getTime() - now.getTime()).toBe(Math.min(30, 180 - days) * DAY_MS);
    }));
  });
});

describe('a mailed link', () => {
  it('confirms an address for a day and resets a password for an hour', () => {
    expect(linkExpiresAt('email-verification', now)).toEqual(at(DAY_MS));
    expect(linkExpiresAt('password-reset', now)).toEqual(at(3_600_000));
  });

  it('is not followed by another within a minute', () => {
    expect(linkIsTooSoon(undefined, now)).toBe(false);
    expect(linkIsTooSoon(at(-59_999), now)).toBe(true);
    expect(linkIsTooSoon(at(-60_000), now)).toBe(false);
  });
});

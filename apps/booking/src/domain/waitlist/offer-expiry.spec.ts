import fc from 'fast-check';
import { OFFER_TIMES, offerExpiry } from './offer-expiry';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const NOW_MS = Date.parse('2026-11-21T12:00:00Z');
const standsFor = (startsInMs: number, bookableForMs = startsInMs) =>
  offerExpiry({ startsAt: new Date(NOW_MS + startsInMs), bookableUntil: new Date(NOW_MS + bookableForMs) }, NOW_MS) - NOW_MS;

describe('An offer', () => {
  it.each([
    ['weeks away', 21 * 24 * HOUR_MS, 12 * HOUR_MS],
    ['a moment more than three days away', 72 * HOUR_MS + 1, 12 * HOUR_MS],
    ['three days away', 72 * HOUR_MS, 6 * HOUR_MS],
    ['tomorrow', 24 * HOUR_MS, 3 * HOUR_MS],
    ['this evening', 8 * HOUR_MS, HOUR_MS],
    ['soon', 2 * HOUR_MS, 15 * MINUTE_MS],
    ['about to begin', 5 * MINUTE_MS, 5 * MINUTE_MS],
  ])('of what is %s stands for its time', (_when, startsInMs, expectedMs) => {
    expect(standsFor(startsInMs)).toBe(expectedMs);
  });

  it('of a night that has begun stands as long as one may still arrive', () => {
    expect(standsFor(-4 * HOUR_MS, 6 * HOUR_MS)).toBe(15 * MINUTE_MS);
    expect(standsFor(-10 * HOUR_MS, MINUTE_MS)).toBe(MINUTE_MS);
  });

  it('never outlives what it is of, and stands no longer the nearer that is', () => {
    const span = fc.integer({ min: 1, max: 100 * 24 * HOUR_MS });
    fc.assert(fc.property(span, span, (oneMs, otherMs) => {
      const [nearMs, farMs] = [Math.min(oneMs, otherMs), Math.max(oneMs, otherMs)];
      expect(standsFor(nearMs)).toBeGreaterThan(0);
      expect(standsFor(nearMs)).toBeLessThanOrEqual(Math.min(nearMs, standsFor(farMs)));
    }));
  });

  it('is told by a table that rises to the end', () => {
    const rising = [...OFFER_TIMES].sort((a, b) => a.startsWithinMs - b.startsWithinMs || a.standsForMs - b.standsForMs);
    expect(OFFER_TIMES).toEqual(rising);
    expect(OFFER_TIMES.at(-1)!.startsWithinMs).toBe(Infinity);
  });
});

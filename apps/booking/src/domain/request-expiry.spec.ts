import fc from 'fast-check';
import { requestExpiry } from './request-expiry';

const HOUR_MS = 3_600_000;
const NOW = Date.parse('2026-11-21T20:00:00Z');

describe('A request', () => {
  it('runs out after a day', () => {
    expect(requestExpiry({ fromMs: NOW + 100 * HOUR_MS, toMs: NOW + 200 * HOUR_MS }, NOW)).toBe(NOW + 24 * HOUR_MS);
  });

  it('runs out when its time begins, where that is sooner', () => {
    expect(requestExpiry({ fromMs: NOW + 3 * HOUR_MS, toMs: NOW + 200 * HOUR_MS }, NOW)).toBe(NOW + 3 * HOUR_MS);
  });

  it('made in the evening for tonight can still be answered', () => {
    expect(requestExpiry({ fromMs: NOW - 6 * HOUR_MS, toMs: NOW + 16 * HOUR_MS }, NOW)).toBe(NOW + 16 * HOUR_MS);
  });

  it('never has run out when it is made, and never outlives its time', () => {
    fc.assert(fc.property(fc.integer({ min: -1_000, max: 10_000 }), fc.integer({ min: 1, max: 10_000 }), (from, length) => {
      const during = { fromMs: NOW + from * HOUR_MS, toMs: NOW + Math.max(from + length, 1) * HOUR_MS };
      const expiry = requestExpiry(during, NOW);
      expect(expiry).toBeGreaterThan(NOW);
      expect(expiry).toBeLessThanOrEqual(during.toMs);
    }));
  });
});

import { retryAfterMs } from './retry-after';

describe('a Retry-After header', () => {
  const nowMs = Date.parse('2026-11-21T10:00:00Z');
  it.each([
    ['120', 120_000],
    ['Sat, 21 Nov 2026 10:01:00 GMT', 60_000],
    ['Sat, 21 Nov 2026 09:00:00 GMT', 0],
    ['soon', undefined],
    [undefined, undefined],
    [120, undefined],
  ])('%j asks for %j ms', (header, ms) => expect(retryAfterMs(header, nowMs)).toBe(ms));
});

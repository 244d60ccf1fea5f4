import fc from 'fast-check';
import { LanePauses } from './lane-pauses';

const FIRST_MS = 50;
const LONGEST_MS = 2_000;

describe('the rest of a lane', () => {
  it('grows from failure to failure, but never beyond the longest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (failures) => {
        const pauses = new LanePauses(FIRST_MS, LONGEST_MS);
        const rests = Array.from({ length: failures }, () => pauses.extend(3, 0));
        const whole = Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS);
        expect(rests.at(-1)).toBeGreaterThanOrEqual(whole * 0.75);
        expect(rests.at(-1)).toBeLessThanOrEqual(whole);
      }),
    );
  });

  it('ends, and concerns no other lane', () => {
    const pauses = new LanePauses(FIRST_MS, LONGEST_MS);
    const restMs = pauses.extend(3, 1_000);
    expect(pauses.resting(1_000)).toEqual([3]);
    expect(pauses.shortestMs(1_000)).toBeCloseTo(restMs);
    expect(pauses.resting(1_001 + restMs)).toEqual([]);
    expect(pauses.shortestMs(1_001 + restMs)).toBe(Infinity);
  });

  it('is short again once a delivery went well', () => {
    const pauses = new LanePauses(FIRST_MS, LONGEST_MS);
    for (let failure = 0; failure < 10; failure++) pauses.extend(3, 0);
    pauses.clear(3);
    expect(pauses.extend(3, 0)).toBeLessThanOrEqual(FIRST_MS);
  });
});

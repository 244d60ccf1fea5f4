import * as fc from 'fast-check';
import { recoveryMs } from './outages';

const at = (endedAtMs: number, status?: number) => ({ endedAtMs, status });

describe('the time to recover', () => {
  it('ends with the last request that was spoiled after the fault', () => {
    expect(recoveryMs([at(90, 200), at(110), at(150, 503), at(160, 201), at(170, 404)], [{ struckMs: 100, overMs: 120 }])).toBe(30);
  });

  it('is nothing where only the fault itself spoiled anything', () => {
    expect(recoveryMs([at(110), at(130, 200)], [{ struckMs: 100, overMs: 120 }])).toBe(0);
  });

  it('of several faults is the longest, each until the next', () => {
    const outages = [{ struckMs: 100, overMs: 100 }, { struckMs: 200, overMs: 250 }];
    expect(recoveryMs([at(140, 500), at(260, 503)], outages)).toBe(40);
  });

  it('is never longer than from the first fault to the last request', () => {
    const entry = fc.record({ endedAtMs: fc.integer({ min: 0, max: 1_000 }), status: fc.constantFrom(undefined, 200, 503) });
    fc.assert(
      fc.property(fc.array(entry), fc.integer({ min: 0, max: 1_000 }), (entries, struckMs) => {
        const recovery = recoveryMs(entries, [{ struckMs, overMs: struckMs }]);
        expect(recovery).toBeGreaterThanOrEqual(0);
        expect(recovery).toBeLessThanOrEqual(Math.max(0, ...entries.map(({ endedAtMs }) => endedAtMs - struckMs)));
      }),
    );
  });
});

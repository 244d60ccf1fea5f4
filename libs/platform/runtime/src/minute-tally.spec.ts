import fc from 'fast-check';
import { MinuteTally } from './minute-tally';

const MINUTE_MS = 60_000;

describe('a tally by the minute', () => {
  const tallyOf = (keysAtMost?: number) => new MinuteTally<string>((sight) => sight, 'others', keysAtMost);

  it('tells of something as soon as it is seen, and of the rest when its minute is over', () => {
    const tally = tallyOf();
    tally.add('guess', 0);
    tally.add('guess', 1);
    expect(tally.take(2)).toEqual([{ sight: 'guess', times: 2 }]);
    for (let ms = 3; ms < 9; ms += 1) tally.add('guess', ms);
    expect(tally.take(MINUTE_MS - 1)).toEqual([]);
    expect(tally.take(MINUTE_MS)).toEqual([{ sight: 'guess', times: 6 }]);
    expect(tally.take(MINUTE_MS)).toEqual([]);
  });

  it('does not tell apart more than it has room for', () => {
    const tally = tallyOf(2);
    for (const sight of ['a', 'b', 'c', 'd', 'a']) tally.add(sight, 0);
    expect(tally.take(0)).toEqual([{ sight: 'a', times: 2 }, { sight: 'b', times: 1 }, { sight: 'others', times: 2 }]);
  });

  it('loses none, and writes two lines for a key and minute at most', () => {
    const sights = fc.array(fc.record({ sight: fc.constantFrom('a', 'b', 'c'), afterMs: fc.nat(30_000), isTaken: fc.boolean() }));
    fc.assert(fc.property(sights, (steps) => {
      const tally = tallyOf();
      const told: { readonly sight: string; readonly times: number }[] = [];
      const minutes = new Set<string>();
      let nowMs = 0;
      for (const { sight, afterMs, isTaken } of steps) {
        nowMs += afterMs;
        tally.add(sight, nowMs);
        minutes.add(`${Math.floor(nowMs / MINUTE_MS)} ${sight}`);
        if (isTaken) told.push(...tally.take(nowMs));
      }
      told.push(...tally.takeAll());
      expect(told.reduce((sum, { times }) => sum + times, 0)).toBe(steps.length);
      expect(told.length).toBeLessThanOrEqual(2 * minutes.size);
    }));
  });
});

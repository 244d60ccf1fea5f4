import fc from 'fast-check';
import { type Period, intersectPeriods, period, periodContains, periodsOverlap, spanOfPeriods, subtractPeriod } from './period';

const periods = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 20 })).map(([from, length]) => period(from, from + length));
const moments = (p: Period): number[] => Array.from({ length: p.toMs - p.fromMs }, (_, index) => p.fromMs + index);

describe('A period', () => {
  it('is never empty', () => {
    expect(() => period(5, 5)).toThrow(RangeError);
    expect(() => period(6, 5)).toThrow(RangeError);
    expect(() => period(Number.NaN, 5)).toThrow(RangeError);
  });

  it('does not overlap one that it merely touches', () => {
    expect(periodsOverlap(period(0, 5), period(5, 9))).toBe(false);
    expect(periodsOverlap(period(0, 6), period(5, 9))).toBe(true);
  });

  it('overlaps another one exactly where they share a moment', () => {
    fc.assert(fc.property(periods, periods, (a, b) => {
      const shared = moments(a).filter((moment) => moments(b).includes(moment));
      expect(periodsOverlap(a, b)).toBe(shared.length > 0);
      const intersection = intersectPeriods(a, b);
      expect(intersection ? moments(intersection) : []).toEqual(shared);
    }));
  });

  it('without another one keeps exactly the other moments, in pieces that do not touch it', () => {
    fc.assert(fc.property(periods, periods, (whole, taken) => {
      const left = subtractPeriod(whole, taken);
      expect(left.flatMap(moments)).toEqual(moments(whole).filter((moment) => !moments(taken).includes(moment)));
      expect(left.every((piece) => piece.fromMs < piece.toMs)).toBe(true);
    }));
  });

  it('contains what it is equal to, and nothing that sticks out', () => {
    fc.assert(fc.property(periods, periods, (outer, inner) => {
      expect(periodContains(outer, inner)).toBe(moments(inner).every((moment) => moments(outer).includes(moment)));
    }));
  });

  it('together with others spans them all, and no further than they reach', () => {
    fc.assert(fc.property(fc.array(periods, { minLength: 1, maxLength: 5 }), (all) => {
      const span = spanOfPeriods(all);
      expect(all.every((one) => periodContains(span, one))).toBe(true);
      expect(all.flatMap(({ fromMs, toMs }) => [fromMs, toMs])).toEqual(expect.arrayContaining([span.fromMs, span.toMs]));
    }));
  });
});

import fc from 'fast-check';
import { addMoney, money, shareOfMoney, splitMoney, subtractMoney, sumMoney, timesMoney } from './money';

const amounts = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
const euros = amounts.map((amount) => money(amount, 'EUR'));

describe('Money', () => {
  it('adds in any order to the same sum', () => {
    fc.assert(fc.property(euros, euros, euros, (a, b, c) => {
      expect(addMoney(addMoney(a, b), c)).toEqual(addMoney(a, addMoney(c, b)));
      expect(sumMoney([a, b, c], 'EUR')).toEqual(sumMoney([c, a, b], 'EUR'));
    }));
  });

  it('gives back what was added', () => {
    fc.assert(fc.property(euros, euros, (a, b) => expect(subtractMoney(addMoney(a, b), b)).toEqual(a)));
  });

  it('taken several times is the sum of as many', () => {
    fc.assert(fc.property(euros, fc.integer({ min: 0, max: 50 }), (a, times) => {
      expect(timesMoney(a, times)).toEqual(sumMoney(Array(times).fill(a), 'EUR'));
    }));
  });

  it('splits into parts that sum to the whole and differ by one minor unit at most', () => {
    fc.assert(fc.property(euros, fc.integer({ min: 1, max: 40 }), (whole, parts) => {
      const pieces = splitMoney(whole, parts);
      const sizes = pieces.map(({ amount }) => amount);
      expect(sumMoney(pieces, 'EUR')).toEqual(whole);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }));
  });

  it('shares to the nearest minor unit, halves away from zero', () => {
    expect(shareOfMoney(money(9_999, 'EUR'), 1, 2).amount).toBe(5_000);
    expect(shareOfMoney(money(-9_999, 'EUR'), 1, 2).amount).toBe(-5_000);
    expect(shareOfMoney(money(100, 'EUR'), 1, 3).amount).toBe(33);
    expect(shareOfMoney(money(100, 'EUR'), 2, 3).amount).toBe(67);
    expect(shareOfMoney(money(0, 'EUR'), 1, 2).amount).toBe(0);
    fc.assert(fc.property(euros, fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 1000 }), (whole, numerator, denominator) => {
      const share = BigInt(shareOfMoney(whole, numerator, denominator).amount);
      const distance = share * BigInt(denominator) - BigInt(whole.amount) * BigInt(numerator);
      expect((distance < 0n ? -distance : distance) * 2n <= BigInt(denominator)).toBe(true);
    }));
  });

  it('does not add different currencies', () => {
    expect(() => addMoney(money(1, 'EUR'), money(1, 'USD'))).toThrow('do not add up');
  });

  it('is never a fraction, nor more than integers hold exactly', () => {
    expect(() => money(0.5, 'EUR')).toThrow(RangeError);
    expect(() => timesMoney(money(Number.MAX_SAFE_INTEGER, 'EUR'), 2)).toThrow(RangeError);
    expect(() => splitMoney(money(1, 'EUR'), 0)).toThrow(RangeError);
  });
});

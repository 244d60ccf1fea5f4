import fc from 'fast-check';
import { groupPayment } from './group-payment';

const amounts = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 30 });

describe('What a group pays', () => {
  it('counts for one room after another, and what is over for the last', () => {
    expect(groupPayment(250, [100, 100, 100])).toEqual([100, 100, 50]);
    expect(groupPayment(50, [100, 100])).toEqual([50, 0]);
    expect(groupPayment(330, [100, 100, 100])).toEqual([100, 100, 130]);
  });

  it('adds up to what was paid, and is never less than nothing', () => {
    fc.assert(fc.property(fc.nat(30_000_000), amounts, (paid, totals) => {
      const shares = groupPayment(paid, totals);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(paid);
      expect(shares.every((share) => share >= 0)).toBe(true);
    }));
  });

  it('is what each room costs where all of it is paid', () => {
    fc.assert(fc.property(amounts, (totals) => expect(groupPayment(totals.reduce((sum, total) => sum + total, 0), totals)).toEqual(totals)));
  });
});

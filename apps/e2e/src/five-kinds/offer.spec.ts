import * as fc from 'fast-check';
import { type Sold, mostSoldAtOnce, soldFrom } from './offer';

const instant = (hour: number): string => new Date(hour * 3_600_000).toISOString();
const stretch = fc.record({ from: fc.nat(40), hours: fc.integer({ min: 1, max: 10 }), quantity: fc.integer({ min: 1, max: 4 }) });
const soldOf = ({ from, hours, quantity }: { from: number; hours: number; quantity: number }): Sold => ({ listingId: 'one', startsAt: instant(from), endsAt: instant(from + hours), quantity });

describe('the count of what is sold at once', () => {
  it('is what counting every hour by itself comes to', () => {
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 12 }), (stretches) => {
        const hours = Array.from({ length: 51 }, (_, hour) => stretches.filter(({ from, hours: long }) => from <= hour && hour < from + long).reduce((sum, { quantity }) => sum + quantity, 0));
        expect(mostSoldAtOnce(stretches.map(soldOf), 'one')).toBe(Math.max(...hours));
      }),
    );
  });

  it('does not add up stretches that touch, nor those of another listing', () => {
    const touching = [soldOf({ from: 1, hours: 2, quantity: 1 }), soldOf({ from: 3, hours: 2, quantity: 1 }), { ...soldOf({ from: 2, hours: 2, quantity: 9 }), listingId: 'other' }];
    expect(mostSoldAtOnce(touching, 'one')).toBe(1);
  });

  it('sees who begins at one moment', () => {
    expect(soldFrom([soldOf({ from: 1, hours: 2, quantity: 2 }), soldOf({ from: 1, hours: 1, quantity: 3 }), soldOf({ from: 2, hours: 1, quantity: 4 })], 'one', 3_600_000)).toBe(5);
  });
});

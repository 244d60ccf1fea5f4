import * as fc from 'fast-check';
import { sharesOf, standingOf, stayStatusOf } from './booked-stay';

describe('A booking of rooms', () => {
  it.each([
    [['confirmed', 'confirmed'], undefined],
    [['confirmed', 'cancelled'], undefined],
    [['confirmed', 'in_progress'], 'in_progress'],
    [['completed', 'confirmed'], 'in_progress'],
    [['completed', 'in_progress'], 'in_progress'],
    [['completed', 'no_show'], 'completed'],
    [['no_show', 'cancelled'], 'no_show'],
    [['cancelled'], 'cancelled'],
  ] as const)('whose stays are %j is %s', (statuses, expected) => {
    expect(stayStatusOf(statuses)).toBe(expected);
  });

  it('is off where it neither is agreed nor has been', () => {
    expect(['pending', 'rejected', 'cancelled', 'expired', 'declined'].map(standingOf)).toEqual(Array(5).fill('off'));
    expect(['confirmed', 'in_progress', 'completed', 'no_show'].map(standingOf)).toEqual(['agreed', 'under way', 'over', 'missed']);
  });

  it('is shared out among its rooms to the cent', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 20 }), (amount, parts) => {
        const shares = sharesOf(amount, parts);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(amount);
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

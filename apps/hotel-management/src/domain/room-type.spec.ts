import { type Rates, areOfOneType, isOffered, nightAmount, repeatedRate } from './room-type';

const rates: Rates = {
  base: [
    { category: 'standard', beds: 2, amount: 9_000 },
    { category: 'luxury', beds: 2, amount: 20_000 },
  ],
  minibar: 1_500,
};

describe('a room type', () => {
  it('is made of rooms alike in category, beds and minibar', () => {
    const room = { category: 'standard', beds: 2, minibar: true } as const;
    expect(areOfOneType(room, { ...room })).toBe(true);
    expect(areOfOneType(room, { ...room, minibar: false })).toBe(false);
    expect(areOfOneType(room, { ...room, beds: 3 })).toBe(false);
    expect(areOfOneType(room, { ...room, category: 'luxury' })).toBe(false);
  });

  it('costs its base rate, and more with a minibar', () => {
    expect(nightAmount({ category: 'standard', beds: 2, minibar: false }, rates)).toBe(9_000);
    expect(nightAmount({ category: 'standard', beds: 2, minibar: true }, rates)).toBe(10_500);
  });

  it('is not offered without a rate or without a room', () => {
    const unpriced = nightAmount({ category: 'economy', beds: 2, minibar: false }, rates);
    expect(isOffered(3, unpriced)).toBe(false);
    expect(isOffered(0, 9_000)).toBe(false);
    expect(isOffered(1, 0)).toBe(true);
  });

  it('has one base rate', () => {
    expect(repeatedRate(rates)).toBeUndefined();
    expect(repeatedRate({ ...rates, base: [...rates.base, { category: 'luxury', beds: 2, amount: 1 }] })).toEqual({ category: 'luxury', beds: 2, amount: 1 });
  });
});

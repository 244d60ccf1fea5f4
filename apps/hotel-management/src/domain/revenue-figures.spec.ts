import { revenueRates } from './revenue-figures';

const counts = { paidAmount: 0, refundedAmount: 0, nightsSold: 0, nightsAvailable: 0 };
const eur = (amount: number) => ({ amount, currency: 'EUR' });

describe('what a hotel has brought in', () => {
  it('is what was paid less what was given back, and that by night sold and by night there was', () => {
    const rates = revenueRates({ paidAmount: 100_000, refundedAmount: 10_000, nightsSold: 7, nightsAvailable: 12 }, 'EUR');
    expect(rates).toMatchObject({ revenue: eur(90_000), adr: eur(12_857), revPar: eur(7_500), occupancy: 0.5833 });
  });

  it('has no rate of nothing', () => {
    expect(revenueRates({ ...counts, paidAmount: 5 }, 'EUR')).toEqual({ paid: eur(5), refunded: eur(0), revenue: eur(5), nightsSold: 0, nightsAvailable: 0 });
    expect(revenueRates({ ...counts, nightsAvailable: 3 }, 'EUR')).toMatchObject({ occupancy: 0, revPar: eur(0) });
  });

  it('may be less than nothing on a day on which money was given back', () => {
    expect(revenueRates({ ...counts, refundedAmount: 25, nightsSold: 2 }, 'EUR')).toMatchObject({ revenue: eur(-25), adr: eur(-13) });
  });
});

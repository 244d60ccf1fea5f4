import type { AvailableQuoteView, BookingTransitionView, BookingView, CancellationView, PricePreviewView, PromotionView } from '@bookable/contracts-booking';
import type { FoundListingView } from '@bookable/contracts-catalog';
import { dayFromToday } from '../src/days';
import { eventually } from '../src/eventually';
import { apartment, ownCity } from '../src/offers';
import { Person } from '../src/person';
import { runningSystem } from '../src/running-system';

describe('a flat with a season, a promotion and a policy', () => {
  const door = runningSystem();
  const nights = { from: dayFromToday(4), to: dayFromToday(6) };
  let owner: Person;
  let renter: Person;
  const city = ownCity();
  let listingId: string;
  let booked: BookingView;
  let told: CancellationView;

  beforeAll(async () => {
    [owner, renter] = await Promise.all([Person.register(door, 'Paula Price', { role: 'landlord' }), Person.register(door, 'Rolf Renter')]);
    const season = { name: 'Fair', from: nights.from, to: dayFromToday(5), priority: 1, percent: 50 };
    const price = { currency: 'EUR', per: 'night', amount: 10_000, cleaningFee: 3_000, rules: [season], fees: [{ name: 'Parking', amount: 700, per: 'person' }] };
    const offered = apartment(city, { price, booking: { approval: 'instant', cancellation: 'strict' } });
    listingId = (await owner.post<{ id: string }>('/api/listings', offered)).id;
    await owner.post(`/api/listings/${listingId}/promotions`, { code: 'fair10', percent: 10, maxUses: 1 });
  });

  it('is quoted line by line, and each line says why', async () => {
    const { lines, total } = await renter.post<AvailableQuoteView>('/api/quotes', { listingId, ...nights, guests: 2, promotion: 'FAIR10' }, 200);
    expect(lines.map(({ rule, amount }) => [rule, amount])).toEqual([['unit', 10_000], ['price-rule', 15_000], ['promotion', -2_500], ['fee', 1_400], ['cleaning-fee', 3_000]]);
    expect(lines[1]!.inputs).toMatchObject({ name: 'Fair', percent: 50, baseAmount: 10_000 });
    expect(total.amount).toBe(26_900);
  });

  it('is found with the same lines, and the same reasons', async () => {
    const { lines } = await renter.post<AvailableQuoteView>('/api/quotes', { listingId, ...nights }, 200);
    const found = await eventually('the search has a price', async () => {
      const { body } = await door.ask<{ items: FoundListingView[] }>('GET', `/api/listings?${new URLSearchParams({ city, ...nights })}`);
      return body.items.find(({ quote }) => quote);
    });
    expect(found.quote!.lines).toEqual(lines);
    expect(lines.some(({ inputs }) => inputs !== undefined)).toBe(true);
  });

  it('shows its owner what other prices would have made of that quote, and nobody else', async () => {
    const price = { currency: 'EUR', per: 'night', amount: 12_000, cleaningFee: 3_000 };
    const preview = () => owner.post<PricePreviewView>(`/api/listings/${listingId}/price/preview`, { price }, 200);
    const shown = await eventually('the quote is kept', async () => (await preview()).differences.items.find(({ before }) => before.total.amount === 26_900));
    expect(shown).toMatchObject({ source: 'asked', times: 1, ...nights, after: { total: { amount: 24_600 } }, change: { amount: -2_300, currency: 'EUR' } });
    expect(await renter.ask('POST', `/api/listings/${listingId}/price/preview`, { body: { price } })).toMatchObject({ status: 403 });
  });

  it('is booked at that price, which uses the promotion up', async () => {
    booked = await renter.post<BookingView>('/api/bookings', { listingId, ...nights, guests: 2, promotion: 'FAIR10' });
    expect(booked).toMatchObject({ status: 'confirmed', total: { amount: 26_900 }, quote: { cancellation: 'strict', guests: 2 } });
    const { items } = await owner.get<{ items: PromotionView[] }>(`/api/listings/${listingId}/promotions`);
    expect(items).toMatchObject([{ code: 'FAIR10', uses: 1, maxUses: 1 }]);
  });

  it('says what a cancellation comes to, to each party their own', async () => {
    told = await renter.get<CancellationView>(`/api/bookings/${booked.id}/cancellation`);
    expect(told).toMatchObject({ policy: 'strict', by: 'renter', percent: 0, refund: { amount: 4_400 }, kept: { amount: 22_500 } });
    expect(await owner.get(`/api/bookings/${booked.id}/cancellation`)).toMatchObject({ by: 'owner', refund: { amount: 26_900 }, kept: { amount: 0 } });
  });

  it('is cancelled for just that, as history shows, and the promotion is free again', async () => {
    const cancelled = await renter.put<BookingView>(`/api/bookings/${booked.id}/cancel`, {});
    expect(cancelled.cancellation).toEqual(told);
    const { items } = await owner.get<{ items: BookingTransitionView[] }>(`/api/bookings/${booked.id}/history`);
    expect(items.at(-1)).toMatchObject({ action: 'cancel', cancellation: told });
    const promotions = await owner.get<{ items: PromotionView[] }>(`/api/listings/${listingId}/promotions`);
    expect(promotions.items[0]!.uses).toBe(0);
  });
});

import type { AvailableQuoteView, BookingView } from '@bookable/contracts-booking';
import { dayFromToday } from '../src/days';
import { item, ownCity } from '../src/offers';
import { Person } from '../src/person';
import { runningSystem } from '../src/running-system';

describe('a projector and the screen beside it', () => {
  const door = runningSystem();
  const days = { from: dayFromToday(50), to: dayFromToday(52) };
  let renter: Person;
  let other: Person;
  let projector: string;
  let screen: string;
  let booked: BookingView;

  const both = () => ({ listingId: projector, ...days, beside: [{ listingId: screen, quantity: 1 }] });
  const quote = () => renter.post<AvailableQuoteView>('/api/quotes', both(), 200);

  beforeAll(async () => {
    const [owner, ...others] = await Promise.all([Person.register(door, 'Ines Owner', { role: 'landlord' }), Person.register(door, 'Rudi Renter'), Person.register(door, 'Olga Other')]);
    [renter, other] = others as [Person, Person];
    const offer = async (title: string, amount: number) => (await owner.post<{ id: string }>('/api/listings', item(ownCity(), { title, price: { currency: 'EUR', per: 'day', amount } }))).id;
    [projector, screen] = await Promise.all([offer('A projector', 2_000), offer('A screen', 500)]);
  });

  it('are quoted together, each line saying whose it is', async () => {
    const { total, lines, available } = await quote();
    expect([total.amount, available]).toEqual([5_000, true]);
    expect(lines.map(({ amount, listingId }) => [amount, listingId])).toEqual([[4_000, undefined], [1_000, screen]]);
  });

  it('are booked together, and neither is left for anybody else', async () => {
    booked = await renter.post<BookingView>('/api/bookings', both());
    expect(booked).toMatchObject({ status: 'confirmed', total: { amount: 5_000 }, beside: [{ listingId: screen, quantity: 1 }] });
    for (const listingId of [projector, screen]) {
      expect(await other.ask('POST', '/api/bookings', { body: { listingId, ...days } })).toMatchObject({ status: 409, body: { code: 'slot-taken' } });
    }
    expect((await quote()).available).toBe(false);
  });

  it('are had all or none', async () => {
    await renter.put(`/api/bookings/${booked.id}/cancel`, {});
    expect((await quote()).available).toBe(true);
    await other.post('/api/bookings', { listingId: screen, ...days });
    expect((await quote()).available).toBe(false);
    expect(await renter.ask('POST', '/api/bookings', { body: both() })).toMatchObject({ status: 409, body: { code: 'slot-taken' } });
    await other.post('/api/bookings', { listingId: projector, ...days });
  });
});

import type { BookingView, HoldView } from '@bookable/contracts-booking';
import { dayFromToday } from '../src/days';
import { item, ownCity } from '../src/offers';
import { Person } from '../src/person';
import { runningSystem } from '../src/running-system';

describe('a drill that is kept for somebody', () => {
  const door = runningSystem();
  const days = { from: dayFromToday(30), to: dayFromToday(32) };
  let owner: Person;
  let careful: Person;
  let hasty: Person;
  let listingId: string;
  let hold: HoldView;

  const book = (person: Person, wish: object) => person.ask<BookingView & { code: string }>('POST', '/api/bookings', { body: { listingId, ...wish } });

  beforeAll(async () => {
    [owner, careful, hasty] = await Promise.all([Person.register(door, 'Olga Owner', { role: 'landlord' }), Person.register(door, 'Clara Careful'), Person.register(door, 'Hasso Hasty')]);
    listingId = (await owner.post<{ id: string }>('/api/listings', item(ownCity()))).id;
  });

  it('cannot be booked by anybody else meanwhile', async () => {
    hold = await careful.post<HoldView>('/api/holds', { listingId, ...days });
    expect(hold).toMatchObject({ listingId, ...days, quantity: 1, isRenewable: true });
    expect(await book(hasty, days)).toMatchObject({ status: 409, body: { code: 'slot-taken' } });
    expect(await book(hasty, { holdId: hold.id })).toMatchObject({ status: 404 });
  });

  it('is kept once longer, and not twice', async () => {
    const renewed = await careful.put<HoldView>(`/api/holds/${hold.id}/renew`);
    expect(renewed.isRenewable).toBe(false);
    expect(Date.parse(renewed.expiresAt)).toBeGreaterThanOrEqual(Date.parse(hold.expiresAt));
    expect(await careful.ask('PUT', `/api/holds/${hold.id}/renew`)).toMatchObject({ status: 409, body: { code: 'hold-renewed' } });
  });

  it('becomes theirs by a word, with no moment in between, and the hold is gone', async () => {
    const booked = await book(careful, { holdId: hold.id });
    expect(booked).toMatchObject({ status: 201, body: { status: 'confirmed', ...days } });
    expect(await book(hasty, days)).toMatchObject({ status: 409, body: { code: 'slot-taken' } });
    expect((await careful.get<{ items: HoldView[] }>('/api/holds')).items).toEqual([]);
  });

  it('is free again for everybody once it is given back', async () => {
    const other = { from: dayFromToday(34), to: dayFromToday(36) };
    const { id } = await careful.post<HoldView>('/api/holds', { listingId, ...other });
    expect(await careful.ask('DELETE', `/api/holds/${id}`)).toMatchObject({ status: 204 });
    expect(await book(hasty, other)).toMatchObject({ status: 201 });
  });
});

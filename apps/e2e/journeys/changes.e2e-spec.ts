import type { BookingTransitionView, BookingView } from '@bookable/contracts-booking';
import type { NotificationView } from '@bookable/contracts-notification';
import { dayFromToday } from '../src/days';
import { eventually } from '../src/eventually';
import { apartment, item, ownCity } from '../src/offers';
import { Person } from '../src/person';
import { runningSystem } from '../src/running-system';

describe('plans that change', () => {
  const door = runningSystem();
  const from = dayFromToday(40);
  let owner: Person;
  let renter: Person;
  let other: Person;
  let drill: string;
  let flat: string;
  let stay: BookingView;

  const book = (person: Person, listingId: string, to: string) => person.post<BookingView>('/api/bookings', { listingId, from, to });
  const told = (person: Person, type: string) => eventually(`${person.user.name} is told ${type}`, async () => {
    const { items } = await person.get<{ items: NotificationView[] }>('/api/notifications?limit=100');
    return items.some((notification) => notification.type === type);
  });

  beforeAll(async () => {
    [owner, renter, other] = await Promise.all([Person.register(door, 'Otto Owner', { role: 'landlord' }), Person.register(door, 'Rosa Renter'), Person.register(door, 'Olaf Other')]);
    [drill, flat] = await Promise.all([item, apartment].map(async (offer) => (await owner.post<{ id: string }>('/api/listings', offer(ownCity()))).id)) as [string, string];
  });

  it('are made at once where nobody is asked, priced anew, and what is given back is free', async () => {
    const booked = await book(renter, drill, dayFromToday(43));
    const changed = await renter.put<BookingView>(`/api/bookings/${booked.id}/change`, { from: dayFromToday(41) });
    expect(changed).toMatchObject({ from: dayFromToday(41), to: dayFromToday(43), status: 'confirmed', total: { amount: 2_400 } });
    const { items } = await renter.get<{ items: BookingTransitionView[] }>(`/api/bookings/${booked.id}/history`);
    expect(items.at(-1)).toMatchObject({ action: 'change', change: { before: { from, total: { amount: 3_600 } }, after: { from: dayFromToday(41) } } });
    await book(other, drill, dayFromToday(41));
    expect(await renter.ask('PUT', `/api/bookings/${booked.id}/change`, { body: { from } })).toMatchObject({ status: 409, body: { code: 'slot-taken' } });
  });

  it('are proposed where the owner has agreed, and may be withdrawn by who proposed them', async () => {
    stay = await book(renter, flat, dayFromToday(42));
    await owner.put(`/api/bookings/${stay.id}/confirm`);
    const proposed = await renter.put<BookingView>(`/api/bookings/${stay.id}/change`, { to: dayFromToday(44) });
    expect(proposed).toMatchObject({ to: dayFromToday(42), proposedChange: { to: dayFromToday(44), proposedBy: renter.id } });
    await told(owner, 'booking-change-proposed');
    expect(await owner.ask('PUT', `/api/bookings/${stay.id}/change/withdraw`)).toMatchObject({ status: 403, body: { code: 'not-your-booking' } });
    const withdrawn = await renter.put<BookingView>(`/api/bookings/${stay.id}/change/withdraw`);
    expect(withdrawn.proposedChange).toBeUndefined();
    await told(owner, 'booking-change-withdrawn');
    expect(await owner.ask('PUT', `/api/bookings/${stay.id}/change/accept`)).toMatchObject({ status: 409, body: { code: 'no-change-proposed' } });
  });

  it('are agreed to, and hold from then on', async () => {
    await renter.put(`/api/bookings/${stay.id}/change`, { to: dayFromToday(43) });
    expect(await owner.put<BookingView>(`/api/bookings/${stay.id}/change/accept`)).toMatchObject({ to: dayFromToday(43), status: 'confirmed' });
    await told(renter, 'booking-changed');
    expect(await renter.get<BookingView>(`/api/bookings/${stay.id}`)).toMatchObject({ from, to: dayFromToday(43) });
  });
});

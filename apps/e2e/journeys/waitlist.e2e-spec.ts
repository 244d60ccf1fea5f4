import type { BookingView, WaitlistEntryView } from '@bookable/contracts-booking';
import { dayFromToday } from '../src/days';
import { eventually } from '../src/eventually';
import { item, ownCity } from '../src/offers';
import { Person } from '../src/person';
import { runningSystem } from '../src/running-system';
import { OpenPage } from '../src/socket';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

describe('a line for a drill that is taken', () => {
  const door = runningSystem();
  const days = { from: dayFromToday(20), to: dayFromToday(22) };
  let owner: Person;
  let renter: Person;
  let first: Person;
  let second: Person;
  let page: OpenPage;
  let listingId: string;
  let booked: BookingView;
  let entry: WaitlistEntryView;

  const ownEntry = async (person: Person) => (await person.get<Page<WaitlistEntryView>>('/api/waitlist')).items[0]!;
  const offeredTo = (person: Person) => eventually('an offer is made', async () => {
    const own = await ownEntry(person);
    return own.status === 'offered' && own;
  });

  beforeAll(async () => {
    [owner, renter, first, second] = await Promise.all([
      Person.register(door, 'Olaf Owner', { role: 'landlord' }), Person.register(door, 'Rita Renter'),
      Person.register(door, 'Первый в очереди', { locale: 'ru' }), Person.register(door, 'Selma Second'),
    ]);
    page = await OpenPage.of(door.url, first);
    listingId = (await owner.post<{ id: string }>('/api/listings', item(ownCity()))).id;
    booked = await renter.post<BookingView>('/api/bookings', { listingId, ...days });
  });

  afterAll(() => page.close());

  it('is joined by those who come too late, and each sees where they stand', async () => {
    entry = await first.post<WaitlistEntryView>(`/api/listings/${listingId}/waitlist`, days);
    expect(entry).toMatchObject({ listingId, ...days, quantity: 1, position: 1, status: 'waiting' });
    expect(await second.post<WaitlistEntryView>(`/api/listings/${listingId}/waitlist`, { ...days, quantity: 1 })).toMatchObject({ position: 2 });
    expect(await first.ask('POST', `/api/listings/${listingId}/waitlist`, { body: days })).toMatchObject({ status: 409, body: { code: 'already-waiting' } });
    const line = await owner.get<Page<WaitlistEntryView>>(`/api/listings/${listingId}/waitlist`);
    expect(line.items.map(({ renterId }) => renterId)).toEqual([first.id, second.id]);
  });

  it('has no place for what is free, past or one\'s own', async () => {
    const join = (person: Person, body: object) => person.ask('POST', `/api/listings/${listingId}/waitlist`, { body });
    expect(await join(renter, { from: dayFromToday(40), to: dayFromToday(41) })).toMatchObject({ status: 409, body: { code: 'still-free' } });
    expect(await join(renter, { from: '2020-01-01', to: '2020-01-03' })).toMatchObject({ status: 422, body: { code: 'past' } });
    expect(await join(owner, days)).toMatchObject({ status: 422, body: { code: 'own-listing' } });
    expect(await join(renter, { from: days.from, to: days.from })).toMatchObject({ status: 422, body: { code: 'too-short' } });
  });

  it('moves when the renter cancels: the first is offered it, on the socket and by mail in their language, and nobody else gets it', async () => {
    await renter.put(`/api/bookings/${booked.id}/cancel`, {});
    const stranger = await Person.register(door, 'Sly Stranger');
    expect(await stranger.ask('POST', '/api/bookings', { body: { listingId, ...days } })).toMatchObject({ status: 409, body: { code: 'slot-taken' } });
    const { offer } = await offeredTo(first);
    expect(Date.parse(offer!.expiresAt)).toBeGreaterThan(Date.now());
    await page.hears<{ type: string }>('notification', ({ type }) => type === 'waitlist-offered');
    const mail = await eventually('the offer is mailed', async () => (await first.mails()).find(({ subject }) => subject.startsWith('Место освободилось')));
    expect(mail.text).toContain('A cordless drill');
    expect(await ownEntry(second)).toMatchObject({ status: 'waiting', position: 2 });
  });

  it('goes on to the next when the first passes', async () => {
    expect(await first.put(`/api/waitlist/${entry.id}/pass`)).toMatchObject({ status: 'passed' });
    expect((await first.ask('PUT', `/api/waitlist/${entry.id}/take`)).body).toMatchObject({ code: 'not-offered', entryStatus: 'passed' });
    await offeredTo(second);
  });

  it('ends in a booking, however often the offer is taken, and the owner hears of it', async () => {
    const { id } = await ownEntry(second);
    expect((await first.ask('PUT', `/api/waitlist/${id}/take`)).status).toBe(404);
    const taken = await Promise.all([1, 2, 3].map(() => second.put<BookingView>(`/api/waitlist/${id}/take`, { message: 'At last.' })));
    expect(new Set(taken.map((booking) => booking.id)).size).toBe(1);
    expect(taken[0]).toMatchObject({ listingId, ...days, status: 'confirmed', renterId: second.id });
    expect(await ownEntry(second)).toMatchObject({ status: 'taken', bookingId: taken[0]!.id });
    await eventually('the owner is told', async () => {
      const { items } = await owner.get<Page<{ type: string; subjectId: string }>>('/api/notifications');
      return items.some(({ type, subjectId }) => type === 'waitlist-taken' && subjectId === taken[0]!.id);
    });
  });
});

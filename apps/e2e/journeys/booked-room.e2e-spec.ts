import { dayFromToday } from '../src/days';
import { eventually } from '../src/eventually';
import { ownCity } from '../src/offers';
import { Person } from '../src/person';
import { runningSystem } from '../src/running-system';
import { OpenPage } from '../src/socket';

interface Made {
  readonly id: string;
}
interface Stay extends Made {
  readonly roomId?: string;
  readonly bookingId?: string;
  readonly status: string;
}
interface HotelEvent {
  readonly type: string;
  readonly hotelId: string;
}
interface Listed<Item> {
  readonly items: readonly Item[];
}

const [today, tomorrow, later] = [dayFromToday(0), dayFromToday(1), dayFromToday(2)];
const standard = { category: 'standard', beds: 2 };
const born = { firstName: 'Clara', lastName: 'Cleaner', birthDate: '1990-05-05', phone: '+37120000000' };

describe('a hotel room that is booked like any listing', () => {
  const door = runningSystem();
  let [owner, cleaner, visitor, stranger]: Person[] = [];
  let hotelId: string;
  let hotel: string;
  let listingId: string;
  let staffId: string;
  let bookingId: string;
  let stay: Stay;
  const pages: OpenPage[] = [];
  const pageOf = async (person: Person): Promise<OpenPage> => {
    pages.push(await OpenPage.of(door.url, person));
    return pages.at(-1)!;
  };

  beforeAll(async () => {
    [owner, cleaner, visitor, stranger] = await Promise.all(['Olga Owner', 'Clara Cleaner', 'Vera Visitor', 'Stan Stranger'].map((name) => Person.register(door, name)));
    // Whoever leaves at midnight leaves within a day, whenever today this is.
    const terms = { name: 'Hotel Astor', city: ownCity(), timeZone: 'Etc/UTC', location: { lat: 56.95, lng: 24.1 }, currency: 'EUR', cleaningMinutes: 90, checkOut: '00:00' };
    hotelId = (await owner!.post<Made>('/api/hotels', terms)).id;
    hotel = `/api/hotels/${hotelId}`;
    await stranger!.post<Made>('/api/hotels', terms);
    await owner!.put(`${hotel}/rates`, { base: [{ ...standard, amount: 9_000 }], minibar: 0 });
    await owner!.post<Made>(`${hotel}/rooms`, { ...standard, number: '101', floor: 1, minibar: false });
    staffId = (await owner!.post<Made>(`${hotel}/staff`, { userId: cleaner!.id, role: 'cleaner', ...born })).id;
    listingId = await eventually('the room is listed', async () => (await owner!.get<Listed<Made>>(`/api/listings?hostId=${owner!.id}`)).items[0]?.id);
  });
  afterAll(() => pages.forEach((page) => page.close()));

  it('is on the board of its hotel, and nobody can reserve it there any more', async () => {
    bookingId = (await visitor!.post<Made>('/api/bookings', { listingId, from: today, to: tomorrow })).id;
    stay = await eventually('the hotel has a reservation', async () => (await owner!.get<Listed<Stay>>(`${hotel}/reservations`)).items.find((one) => one.bookingId === bookingId));
    expect(stay).toMatchObject({ status: 'confirmed', roomId: expect.any(String) as string, userId: visitor!.id });
    expect((await owner!.get<Listed<Made>>(`${hotel}/arrivals`)).items).toMatchObject([{ id: stay.id }]);
    const refused = await owner!.ask('POST', `${hotel}/reservations`, { body: { ...standard, from: today, to: tomorrow } });
    expect(refused).toMatchObject({ status: 409, body: { code: 'slot-taken' } });
  });

  it('is taken out by no door: not with its listing, which is its hotel\'s to keep, nor as a room while nobody can move', async () => {
    expect(await owner!.ask('DELETE', `/api/listings/${listingId}`)).toMatchObject({ status: 403, body: { code: 'rooms-by-hotel-only' } });
    const room = `${hotel}/rooms/${stay.roomId}`;
    expect(await owner!.ask('DELETE', room)).toMatchObject({ status: 409, body: { code: 'room-reserved' } });
    expect(await owner!.ask('PUT', room, { body: { ...standard, category: 'luxury', number: '101', floor: 1, minibar: false } })).toMatchObject({ status: 409, body: { code: 'room-reserved' } });
    const more = await owner!.post<Made>(`${hotel}/rooms`, { ...standard, number: '102', floor: 1, minibar: false });
    expect((await owner!.ask('DELETE', room)).status).toBe(204);
    stay = await owner!.get<Stay>(`${hotel}/reservations/${stay.id}`);
    expect(stay.roomId).toBe(more.id);
  });

  it('goes with its booking, and its booking with it; the staff hears of departure and cleaning, and nobody of another hotel', async () => {
    const [desk, cleaning, elsewhere] = [await pageOf(owner!), await pageOf(cleaner!), await pageOf(stranger!)];
    await owner!.put(`${hotel}/reservations/${stay.id}/check-in`, { payment: { method: 'card' } });
    await eventually('the booking has begun', async () => (await visitor!.get<Stay>(`/api/bookings/${bookingId}`)).status === 'in_progress');
    await desk.hears<HotelEvent>('hotel:event', ({ type }) => type === 'departure-due');
    await owner!.put(`${hotel}/reservations/${stay.id}/check-out`);
    await eventually('the booking has ended', async () => (await visitor!.get<Stay>(`/api/bookings/${bookingId}`)).status === 'completed');
    for (const page of [desk, cleaning]) expect(await page.hears<HotelEvent>('hotel:event', ({ type }) => type === 'cleaning-due')).toMatchObject({ hotelId, cause: 'check-out', roomNumber: '102' });
    await eventually('it is stored', async () => (await cleaner!.get<Listed<{ type: string }>>('/api/notifications')).items.some(({ type }) => type === 'hotel-cleaning-due'));
    expect([cleaning.count('hotel:event'), elsewhere.count('hotel:event')]).toEqual([1, 0]);
  });

  it('is told to nobody who works there no longer', async () => {
    const [desk, gone] = [await pageOf(owner!), await pageOf(cleaner!)];
    await owner!.ask('DELETE', `${hotel}/staff/${staffId}`);
    await owner!.put(`${hotel}/rooms/${stay.roomId}/cleaning/done`);
    await desk.hears<HotelEvent>('hotel:event', ({ type }) => type === 'cleaning-done');
    expect(gone.count('hotel:event')).toBe(0);
    expect((await cleaner!.ask('GET', `${hotel}/housekeeping`)).status).toBe(403);
  });

  it('is free again once it is called off, at whichever door', async () => {
    const booked = await visitor!.post<Made>('/api/bookings', { listingId, from: tomorrow, to: later });
    const reserved = () => owner!.get<Listed<Stay>>(`${hotel}/reservations`).then(({ items }) => items.find((one) => one.bookingId === booked.id));
    const { id } = await eventually('the hotel has a reservation', reserved);
    await owner!.put(`${hotel}/reservations/${id}/cancel`, { reason: 'The roof leaks.' });
    await eventually('the booking is off', async () => (await visitor!.get<Stay>(`/api/bookings/${booked.id}`)).status === 'cancelled');
    await owner!.post(`${hotel}/reservations`, { ...standard, from: tomorrow, to: later });
  });

  it('is let by another owner once the hotel is handed over to them', async () => {
    const next = await Person.register(door, 'Nina Next');
    const { id } = await owner!.post<Made>(`${hotel}/staff`, { userId: next.id, role: 'owner', ...born });
    expect(await owner!.put(`${hotel}/staff/${id}/hand-over`)).toMatchObject({ ownerId: next.id });
    const offered = () => next.get<Listed<Made & { readonly host: Made }>>(`/api/listings?hostId=${next.id}`).then(({ items }) => items[0]);
    expect(await eventually('the room is theirs', offered)).toMatchObject({ id: listingId, host: { id: next.id } });
    await visitor!.post('/api/bookings', { listingId, from: later, to: dayFromToday(3) });
    expect((await next.get<Listed<{ listingId: string }>>('/api/bookings?role=owner')).items).toMatchObject([{ listingId }]);
  });
});

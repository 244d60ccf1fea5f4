import { dayFromToday } from '../src/days';
import { eventually } from '../src/eventually';
import { ownCity } from '../src/offers';
import { Person } from '../src/person';
import { runningSystem } from '../src/running-system';

interface Made {
  readonly id: string;
}
interface Stay extends Made {
  readonly roomId: string;
  readonly status: string;
}
interface Listed<Item> {
  readonly items: readonly Item[];
}

const [today, tomorrow, later] = [dayFromToday(0), dayFromToday(1), dayFromToday(2)];
const standard = { category: 'standard', beds: 2 };

describe('a day at a hotel', () => {
  const door = runningSystem();
  let owner: Person;
  let visitor: Person;
  let hotel: string;
  let rooms: string[];
  let stay: Stay;

  beforeAll(async () => {
    [owner, visitor] = await Promise.all([Person.register(door, 'Olga Owner'), Person.register(door, 'Vera Visitor')]);
    const terms = { name: 'Hotel Astor', city: ownCity(), timeZone: 'Etc/UTC', location: { lat: 56.95, lng: 24.1 }, currency: 'EUR' };
    hotel = `/api/hotels/${(await owner.post<Made>('/api/hotels', terms)).id}`;
    await owner.put(`${hotel}/rates`, { base: [{ ...standard, amount: 9_000 }], minibar: 0 });
    rooms = [];
    for (const number of ['101', '102']) rooms.push((await owner.post<Made>(`${hotel}/rooms`, { ...standard, number, floor: 1, minibar: false })).id);
  });

  it('begins with a visitor who reserves a room for themselves, the moment the hotel is open', async () => {
    await visitor.post(`${hotel}/guests`, { firstName: 'Vera', lastName: 'Visitor', birthDate: '1990-05-05', phone: '+37120000000' });
    stay = await visitor.post<Stay>(`${hotel}/reservations`, { ...standard, from: today, to: tomorrow });
    expect(stay).toMatchObject({ status: 'confirmed', total: { amount: 9_000, currency: 'EUR' }, userId: visitor.id, guestName: 'Vera Visitor' });
    expect((await visitor.get<Listed<Made>>('/api/me/stays')).items).toEqual([stay]);
  });

  it('sells the rest of the house once, through whichever door', async () => {
    const pinned = await owner.post<Stay>(`${hotel}/reservations`, { roomId: stay.roomId, from: today, to: tomorrow });
    expect(pinned.roomId).toBe(stay.roomId);
    const refused = await owner.ask('POST', `${hotel}/reservations`, { body: { ...standard, from: today, to: tomorrow } });
    expect(refused).toMatchObject({ status: 409, body: { code: 'slot-taken' } });
    const { items } = await owner.get<Listed<Made>>(`/api/listings?hostId=${owner.id}`);
    const booked = await visitor.ask('POST', '/api/bookings', { body: { listingId: items[0]!.id, from: today, to: tomorrow } });
    expect(booked).toMatchObject({ status: 409, body: { code: 'slot-taken' } });
    expect(await owner.get(`${hotel}/free-rooms?from=${today}&to=${tomorrow}`)).toMatchObject({ items: [] });
    await owner.put(`${hotel}/reservations/${pinned.id}/cancel`, { reason: 'They have found another one.' });
    expect((await owner.get<Listed<Made>>(`${hotel}/free-rooms?from=${today}&to=${tomorrow}`)).items).toHaveLength(1);
  });

  it('charges a season as its owner has said, at the desk and through the search alike', async () => {
    const [from, to] = [dayFromToday(40), dayFromToday(42)];
    const fair = { name: 'Fair days', from, to: dayFromToday(41), percent: 50, priority: 1 };
    await owner.put(`${hotel}/rates`, { base: [{ ...standard, amount: 9_000 }], minibar: 0, rules: [fair] });
    const reserved = await owner.post<Stay>(`${hotel}/reservations`, { ...standard, from, to });
    expect(reserved).toMatchObject({ total: { amount: 13_500 + 9_000 } });
    await owner.put(`${hotel}/reservations/${reserved.id}/cancel`);
    await eventually('the listing costs the same', async () => {
      const { items } = await owner.get<Listed<Made & { quote: { total: { amount: number } } | null }>>(`/api/listings?hostId=${owner.id}&from=${from}&to=${to}`);
      return items[0]?.quote?.total.amount === 22_500;
    });
  });

  it('lets the guest in, who pays, and shows them in the house', async () => {
    const arrived = await owner.put<Stay>(`${hotel}/reservations/${stay.id}/check-in`, { payment: { method: 'card', amount: 9_000 } });
    expect(arrived).toMatchObject({ status: 'in_progress', paid: { amount: 9_000, currency: 'EUR' } });
    stay = arrived;
    expect((await owner.get<Listed<Made>>(`${hotel}/in-house`)).items).toEqual([stay]);
    expect((await owner.get<Listed<Made>>(`${hotel}/departures?hours=48`)).items).toEqual([stay]);
    expect((await owner.get<Listed<Made>>(`${hotel}/overdue`)).items).toEqual([]);
  });

  it('takes somebody who walks in, and refuses a late departure that would meet the next arrival', async () => {
    const walkedIn = await owner.post<Stay>(`${hotel}/reservations`, { ...standard, from: today, to: tomorrow });
    await owner.put(`${hotel}/reservations/${walkedIn.id}/check-in`, { payment: { method: 'cash' } });
    const next = [await owner.post<Stay>(`${hotel}/reservations`, { ...standard, from: tomorrow, to: later }), await owner.post<Stay>(`${hotel}/reservations`, { ...standard, from: tomorrow, to: later })];
    const late = await owner.ask('PUT', `${hotel}/reservations/${walkedIn.id}`, { body: { lateCheckOut: '20:00' } });
    expect(late).toMatchObject({ status: 409, body: { code: 'slot-taken' } });
    await owner.put(`${hotel}/reservations/${next[0]!.id}/cancel`);
    expect(await owner.put(`${hotel}/reservations/${walkedIn.id}`, { lateCheckOut: '20:00' })).toMatchObject({ total: { amount: 13_500 } });
    const early = await owner.ask('PUT', `${hotel}/reservations/${next[1]!.id}`, { body: { roomId: walkedIn.roomId, earlyCheckIn: '06:00' } });
    expect(early).toMatchObject({ status: 409, body: { code: 'slot-taken' } });
  });

  it('shows all of it on the board, and ends with the guest leaving', async () => {
    const { items } = await owner.get<Listed<{ id: string; days: { state: string }[] }>>(`${hotel}/board?from=${today}&to=${tomorrow}`);
    expect(items.map(({ days }) => days.map(({ state }) => state))).toEqual([['occupied'], ['occupied']]);
    expect(await owner.put(`${hotel}/reservations/${stay.id}/check-out`)).toMatchObject({ status: 'completed' });
    const board = await owner.get<Listed<{ id: string; days: { state: string }[] }>>(`${hotel}/board?from=${today}&to=${tomorrow}`);
    expect(board.items.find(({ id }) => id === stay.roomId)?.days).toMatchObject([{ state: 'to-clean' }]);
    const visit = await visitor.get<Listed<Stay>>('/api/me/stays');
    expect(visit.items).toMatchObject([{ id: stay.id, status: 'completed' }]);
  });
});

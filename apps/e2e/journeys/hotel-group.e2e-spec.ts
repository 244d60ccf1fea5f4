import { dayFromToday } from '../src/days';
import { ownCity } from '../src/offers';
import { Person } from '../src/person';
import { runningSystem } from '../src/running-system';

interface Made {
  readonly id: string;
}
interface Stay extends Made {
  readonly status: string;
  readonly roomId: string;
}
interface Group extends Made {
  readonly reservations: readonly Stay[];
}
interface Listed<Item> {
  readonly items: readonly Item[];
}

const [today, tomorrow, later] = [dayFromToday(0), dayFromToday(1), dayFromToday(2)];
const double = { category: 'standard', beds: 2 };
const suite = { category: 'luxury', beds: 3 };

describe('a group at a hotel', () => {
  const door = runningSystem();
  let owner: Person;
  let visitor: Person;
  let hotel: string;
  let group: Group;

  beforeAll(async () => {
    [owner, visitor] = await Promise.all([Person.register(door, 'Olga Owner'), Person.register(door, 'Vera Visitor')]);
    const terms = { name: 'Hotel Astor', city: ownCity(), timeZone: 'Etc/UTC', location: { lat: 56.95, lng: 24.1 }, currency: 'EUR' };
    hotel = `/api/hotels/${(await owner.post<Made>('/api/hotels', terms)).id}`;
    await owner.put(`${hotel}/rates`, { base: [{ ...double, amount: 9_000 }, { ...suite, amount: 20_000 }], minibar: 0 });
    for (const number of ['101', '102']) await owner.post(`${hotel}/rooms`, { ...double, number, floor: 1, minibar: false });
    await owner.post(`${hotel}/rooms`, { ...suite, number: '201', floor: 2, minibar: false });
  });

  it('reserves rooms of several types as one, and has all of them or none', async () => {
    const wish = { rooms: [double, double, suite], from: today, to: tomorrow };
    const single = await visitor.post<Stay>(`${hotel}/reservations`, { ...suite, from: today, to: tomorrow });
    expect(await owner.ask('POST', `${hotel}/groups`, { body: wish })).toMatchObject({ status: 409, body: { code: 'slot-taken' } });
    expect((await owner.get<Listed<Made>>(`${hotel}/free-rooms?from=${today}&to=${tomorrow}`)).items).toHaveLength(2);
    await visitor.put(`${hotel}/reservations/${single.id}/cancel`);
    group = await owner.post<Group>(`${hotel}/groups`, wish);
    expect(group).toMatchObject({ total: { amount: 38_000, currency: 'EUR' }, reservations: [{ status: 'confirmed' }, { status: 'confirmed' }, { status: 'confirmed' }] });
    expect(await owner.get(`${hotel}/free-rooms?from=${today}&to=${tomorrow}`)).toMatchObject({ items: [] });
    expect((await owner.get<Listed<Stay>>(`${hotel}/arrivals?hours=24`)).items.map(({ id }) => id).sort()).toEqual(group.reservations.map(({ id }) => id).sort());
  });

  it('is not sold past: neither at the desk nor at the public door is a room of it to be had', async () => {
    const { items } = await owner.get<Listed<Made & { title: string }>>(`/api/listings?hostId=${owner.id}`);
    for (const { id } of items) expect(await visitor.ask('POST', '/api/bookings', { body: { listingId: id, from: today, to: tomorrow } })).toMatchObject({ status: 409, body: { code: 'slot-taken' } });
  });

  it('comes in at once and pays for all, stays on as one, and is seen room by room', async () => {
    const inside = await owner.put<Group>(`${hotel}/groups/${group.id}/check-in`, { payment: { method: 'card' } });
    expect(inside).toMatchObject({ paid: { amount: 38_000, currency: 'EUR' }, reservations: [{ status: 'in_progress' }, { status: 'in_progress' }, { status: 'in_progress' }] });
    expect((await owner.get<Listed<Stay>>(`${hotel}/in-house`)).items).toHaveLength(3);
    expect(await owner.put(`${hotel}/groups/${group.id}`, { to: later })).toMatchObject({ total: { amount: 76_000, currency: 'EUR' } });
    expect(await owner.get(`${hotel}/reports/revenue?from=${today}&to=${tomorrow}&by=day`)).toMatchObject({ total: { revenue: { amount: 38_000, currency: 'EUR' }, nightsSold: 3 } });
  });

  it('leaves one by one or all at once, and every room is to be cleaned', async () => {
    await owner.put(`${hotel}/reservations/${group.reservations[0]!.id}/check-out`);
    expect(await owner.put(`${hotel}/groups/${group.id}/check-out`)).toMatchObject({ reservations: [{ status: 'completed' }, { status: 'completed' }, { status: 'completed' }] });
    expect((await owner.get<Listed<Made>>(`${hotel}/housekeeping`)).items).toHaveLength(3);
    expect(await visitor.ask('GET', `${hotel}/groups/${group.id}`)).toMatchObject({ status: 403 });
  });
});

import { dayFromToday } from '../days';
import type { Staging, Stagings } from './right-call';
import type { SmallWorld } from './small-world';

interface House {
  readonly id: string;
  uses: number;
}

/** A call may be made twice, by two people. */
const ROOMS = 6;
const houses = new WeakMap<SmallWorld, House>();

/** A hotel of the landlord with a room that nobody has reserved; another hotel once all of its rooms were had. */
async function houseOf(world: SmallWorld): Promise<House> {
  const known = houses.get(world);
  if (known && known.uses < ROOMS) {
    known.uses += 2;
    return known;
  }
  const id = await world.hotel();
  await world.landlord.put(`/api/hotels/${id}/rates`, { base: [{ category: 'standard', beds: 2, amount: 9_000 }], minibar: 700 });
  for (let number = 1; number <= ROOMS; number += 1) {
    await world.landlord.post(`/api/hotels/${id}/rooms`, { number: `N${number}`, floor: 1, category: 'standard', beds: 2, minibar: false });
  }
  houses.set(world, { id, uses: 2 });
  return houses.get(world)!;
}

const nights = (from: number) => ({ from: dayFromToday(from), to: dayFromToday(from + 2) });
const wish = (from: number) => ({ category: 'standard', beds: 2, minibar: false, ...nights(from), lateCheckOut: '18:00', note: 'By the night train.' });

const reserved = (from: number, rest: object = {}): Staging => async (world) => {
  const { id } = await houseOf(world);
  const { id: rid } = await world.landlord.post<{ id: string }>(`/api/hotels/${id}/reservations`, wish(from));
  return { by: world.landlord, path: { id, rid }, ...rest };
};

const groupWish = (from: number) => ({ rooms: [{ category: 'standard', beds: 2, minibar: false, note: 'By the window.' }], ...nights(from), lateCheckOut: '18:00' });

const group = (from: number, rest: object = {}): Staging => async (world) => {
  const { id } = await houseOf(world);
  const { id: gid } = await world.landlord.post<{ id: string }>(`/api/hotels/${id}/groups`, groupWish(from));
  return { by: world.landlord, path: { id, gid }, ...rest };
};

const arrivedGroup: Staging = async (world) => {
  const call = await group(0)(world);
  await world.landlord.put(`/api/hotels/${call.path!['id']}/groups/${call.path!['gid']}/check-in`, { payment: { method: 'card' } });
  return call;
};

const arrived: Staging = async (world) => {
  const call = await reserved(0)(world);
  await world.landlord.put(`/api/hotels/${call.path!['id']}/reservations/${call.path!['rid']}/check-in`, { payment: { method: 'card' } });
  return call;
};

const refundable: Staging = async (world) => {
  const call = await arrived(world);
  const { payments } = await world.landlord.get<{ payments: readonly { id: string }[] }>(`/api/hotels/${call.path!['id']}/reservations/${call.path!['rid']}`);
  return { ...call, path: { ...call.path, pid: payments[0]!.id }, body: () => ({ amount: 300, method: 'cash', reason: 'The shower was cold.' }) };
};

const inHouse = (query: Readonly<Record<string, string>>): Staging => async (world) => ({ by: world.landlord, path: { id: await world.hotel() }, query });

/** Reservations, arrivals and departures, and who is there. */
export const frontDeskCalls: Stagings = {
  'POST /api/hotels/{id}/reservations': async (world) => {
    const { id } = await houseOf(world);
    return { by: world.landlord, path: { id }, body: () => wish(20) };
  },
  'GET /api/hotels/{id}/reservations': inHouse({ status: 'confirmed', from: dayFromToday(0), to: dayFromToday(9), q: 'Ines 101', limit: '5' }),
  'GET /api/hotels/{id}/reservations/{rid}': reserved(10),
  'PUT /api/hotels/{id}/reservations/{rid}': reserved(10, { body: () => ({ ...nights(11), earlyCheckIn: '09:00', lateCheckOut: null, note: 'By the morning train.' }) }),
  'PUT /api/hotels/{id}/reservations/{rid}/cancel': reserved(10, { body: () => ({ reason: 'The train was cancelled.' }) }),
  'PUT /api/hotels/{id}/reservations/{rid}/check-in': reserved(0, { body: () => ({ payment: { method: 'card', amount: 18_000 }, overrideReason: 'It will do.' }) }),
  'PUT /api/hotels/{id}/reservations/{rid}/check-out': arrived,
  'PUT /api/hotels/{id}/reservations/{rid}/no-show': reserved(10),
  'POST /api/hotels/{id}/groups': async (world) => {
    const { id } = await houseOf(world);
    return { by: world.landlord, path: { id }, body: () => groupWish(30) };
  },
  'GET /api/hotels/{id}/groups/{gid}': group(10),
  'PUT /api/hotels/{id}/groups/{gid}': group(10, { body: () => ({ ...nights(11), earlyCheckIn: '09:00', lateCheckOut: null }) }),
  'PUT /api/hotels/{id}/groups/{gid}/cancel': group(10, { body: () => ({ reason: 'The fair was put off.' }) }),
  'PUT /api/hotels/{id}/groups/{gid}/check-in': group(0, { body: () => ({ payment: { method: 'card', amount: 18_000 }, overrideReason: 'It will do.' }) }),
  'PUT /api/hotels/{id}/groups/{gid}/check-out': arrivedGroup,
  'POST /api/hotels/{id}/reservations/{rid}/payments': async (world) => ({ ...(await arrived(world)), body: () => ({ method: 'card', amount: 4_500, note: 'Two dinners.' }) }),
  'POST /api/hotels/{id}/reservations/{rid}/payments/{pid}/refund': refundable,
  'GET /api/hotels/{id}/board': inHouse({ ...nights(0), limit: '5' }),
  'GET /api/hotels/{id}/free-rooms': inHouse({ ...nights(0), limit: '5' }),
  'GET /api/hotels/{id}/in-house': inHouse({ limit: '5' }),
  'GET /api/hotels/{id}/arrivals': inHouse({ hours: '48', limit: '5' }),
  'GET /api/hotels/{id}/departures': inHouse({ hours: '48', limit: '5' }),
  'GET /api/hotels/{id}/overdue': inHouse({ limit: '5' }),
  'GET /api/hotels/{id}/guests/{gid}/stays': async (world) => {
    const id = await world.hotel();
    const person = { firstName: 'Ines', lastName: 'van den Innkeeper', birthDate: '1961-02-28', phone: '+4930555001' };
    const { id: gid } = await world.landlord.post<{ id: string }>(`/api/hotels/${id}/guests`, person);
    return { by: world.landlord, path: { id, gid }, query: { limit: '5' } };
  },
  'GET /api/hotels/{id}/reports/revenue': inHouse({ from: '2026-10-24', to: '2026-10-27', by: 'week', currency: 'EUR', format: 'json', locale: 'ru' }),
  'GET /api/hotels/{id}/reports/days': inHouse({ from: '2026-10-24', to: '2026-10-27', limit: '5' }),
  'GET /api/me/stays': ({ renter: by }) => ({ by, query: { limit: '5' } }),
};

import { randomUUID } from 'node:crypto';
import type { Staging, Stagings } from './right-call';

const room = () => ({ number: randomUUID().slice(0, 8), floor: 2, category: 'standard', beds: 2, minibar: true });
const rates = () => ({ base: [{ category: 'standard', beds: 2, amount: 9_000 }], minibar: 700 });

const onHotel = (rest: object = {}): Staging => async (world) => ({ by: world.landlord, path: { id: await world.hotel() }, ...rest });

const onRoom = (rest: object = {}): Staging => async (world) => {
  const id = await world.hotel();
  const { id: rid } = await world.landlord.post<{ id: string }>(`/api/hotels/${id}/rooms`, room());
  return { by: world.landlord, path: { id, rid }, ...rest };
};

const onDirtyRoom: Staging = async (world) => {
  const call = await onRoom()(world);
  await world.landlord.post(`/api/hotels/${call.path!['id']}/rooms/${call.path!['rid']}/cleaning`);
  return call;
};

const person = () => ({ firstName: 'Ines', lastName: 'van den Innkeeper', birthDate: '1961-02-28', phone: '+4930555001' });
const cleaner = () => ({ ...person(), email: `${randomUUID()}@hotel.example`, role: 'cleaner' });

const onMember = (rest: object = {}): Staging => async (world) => {
  const id = await world.hotel();
  const { id: mid } = await world.landlord.post<{ id: string }>(`/api/hotels/${id}/staff`, cleaner());
  return { by: world.landlord, path: { id, mid }, ...rest };
};

const onGuest = (rest: (register: () => Promise<string>) => Promise<object>): Staging => async (world) => {
  const id = await world.hotel();
  const register = async () => (await world.landlord.post<{ id: string }>(`/api/hotels/${id}/guests`, person())).id;
  return { by: world.landlord, path: { id, gid: await register() }, ...(await rest(register)) };
};

/** Hotels, and what administrators bring over from elsewhere. */
export const hotelCalls: Stagings = {
  'POST /api/hotels': (world) => ({ by: world.landlord, body: () => world.hotelTerms() }),
  'GET /api/hotels': ({ landlord: by }) => ({ by, query: { limit: '5' } }),
  'GET /api/hotels/{id}': onHotel(),
  'PUT /api/hotels/{id}': async (world) => ({ by: world.landlord, path: { id: await world.hotel() }, body: () => world.hotelTerms() }),
  'POST /api/hotels/{id}/rooms': onHotel({ body: room }),
  'GET /api/hotels/{id}/rooms': onHotel({ query: { limit: '5' } }),
  'GET /api/hotels/{id}/rooms/{rid}': onRoom(),
  'PUT /api/hotels/{id}/rooms/{rid}': onRoom({ body: room }),
  'DELETE /api/hotels/{id}/rooms/{rid}': onRoom(),
  'GET /api/hotels/{id}/housekeeping': onHotel({ query: { limit: '5' } }),
  'GET /api/hotels/{id}/rooms/{rid}/cleanings': onRoom({ query: { limit: '5' } }),
  'POST /api/hotels/{id}/rooms/{rid}/cleaning': onRoom({ body: () => ({ note: 'Coffee was spilled.' }) }),
  'PUT /api/hotels/{id}/rooms/{rid}/cleaning/take': onDirtyRoom,
  'PUT /api/hotels/{id}/rooms/{rid}/cleaning/done': onDirtyRoom,
  'GET /api/hotels/{id}/rates': onHotel(),
  'PUT /api/hotels/{id}/rates': onHotel({ body: rates }),
  'GET /api/hotels/{id}/rates/calendar': onHotel({ query: { from: '2026-12-20', to: '2027-01-10' } }),
  'POST /api/hotels/{id}/rates/preview': onHotel({ body: () => ({ ...rates(), from: '2026-12-20', to: '2027-01-10', rules: [{ name: 'New Year', from: '2026-12-30', to: '2027-01-02', percent: 50, priority: 1 }] }) }),
  'POST /api/hotels/{id}/staff': onHotel({ body: cleaner }),
  'GET /api/hotels/{id}/staff': onHotel({ query: { limit: '5' } }),
  'PUT /api/hotels/{id}/staff/{mid}': onMember({ body: () => ({ ...person(), role: 'administrator' }) }),
  'PUT /api/hotels/{id}/staff/{mid}/hand-over': async (world) => {
    const id = await world.hotel();
    const { id: userId } = await world.newcomer();
    const { id: mid } = await world.landlord.post<{ id: string }>(`/api/hotels/${id}/staff`, { ...person(), userId, role: 'owner' });
    return { by: world.landlord, path: { id, mid } };
  },
  'DELETE /api/hotels/{id}/staff/{mid}': onMember(),
  'POST /api/hotels/{id}/guests': onHotel({ body: person }),
  'GET /api/hotels/{id}/guests': onHotel({ query: { q: 'Ines', limit: '5' } }),
  'GET /api/hotels/{id}/guests/{gid}': onGuest(async () => ({})),
  'PUT /api/hotels/{id}/guests/{gid}': onGuest(async () => ({ body: person })),
  'PUT /api/hotels/{id}/guests/{gid}/merge': onGuest(async (register) => {
    const duplicateId = await register();
    return { body: () => ({ duplicateId }) };
  }),
  'POST /api/admin/people': ({ admin: by }) => ({
    by, body: () => ({ source: 'elsewhere', externalId: randomUUID(), name: 'Ada Abroad', landlord: true, locale: 'en' }),
  }),
  'POST /api/admin/listings': (world) => ({
    by: world.admin, body: () => ({ source: 'elsewhere', externalId: randomUUID(), ownerId: world.landlord.id, listing: world.offerFor('listings') }),
  }),
  'PUT /api/admin/ratings/listing/{id}': async (world) => ({
    by: world.admin, path: { id: await world.listing('apartments') },
    body: () => ({ source: 'elsewhere', average: 4.5, count: 12, reviews: [{ externalId: randomUUID(), writtenOn: '2024-05-01' }] }),
  }),
};

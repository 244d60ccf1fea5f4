import { dayFromToday } from '../days';
import { eventually } from '../eventually';
import type { Staging, Stagings } from './right-call';
import type { SmallWorld } from './small-world';

interface Made {
  readonly id: string;
}

/** A hotel of the landlord whose only room is taken, and a guest who would have it. */
interface FullHouse {
  readonly hotel: string;
  readonly wish: { readonly roomTypeId: string; readonly guestId: string; readonly from: string; readonly to: string };
  readonly reservationId: string;
}

const nights = { from: dayFromToday(20), to: dayFromToday(22) };
const kind = { category: 'standard', beds: 2 };

async function fullHouse(world: SmallWorld): Promise<FullHouse> {
  const hotel = await world.hotel();
  await world.landlord.put(`/api/hotels/${hotel}/rates`, { base: [{ ...kind, amount: 9_000 }], minibar: 0 });
  await world.landlord.post(`/api/hotels/${hotel}/rooms`, { ...kind, number: '1', floor: 1, minibar: false });
  const { id: reservationId } = await world.landlord.post<Made>(`/api/hotels/${hotel}/reservations`, { ...kind, ...nights });
  const { roomTypes } = await world.landlord.get<{ roomTypes: readonly { roomTypeId: string }[] }>(`/api/hotels/${hotel}/rates/calendar?from=${nights.from}&to=${nights.to}`);
  const { id: guestId } = await world.landlord.post<Made>(`/api/hotels/${hotel}/guests`, { firstName: 'Wanda', lastName: 'Waiting', birthDate: '1971-02-28', phone: '+4930555002' });
  return { hotel, reservationId, wish: { roomTypeId: roomTypes[0]!.roomTypeId, guestId, ...nights } };
}

async function inLine(world: SmallWorld): Promise<FullHouse & { readonly eid: string }> {
  const house = await fullHouse(world);
  return { ...house, eid: (await world.landlord.post<Made>(`/api/hotels/${house.hotel}/waitlist`, house.wish)).id };
}

const offered: Staging = async (world) => {
  const { hotel: id, eid, reservationId, wish } = await inLine(world);
  await world.landlord.put(`/api/hotels/${id}/reservations/${reservationId}/cancel`);
  await eventually('the room is offered', async () => {
    const { items } = await world.landlord.get<{ items: readonly { status: string }[] }>(`/api/hotels/${id}/waitlist?roomTypeId=${wish.roomTypeId}`);
    return items[0]?.status === 'offered';
  });
  return { by: world.landlord, path: { id, eid } };
};

/** Guests whom the desk of a hotel puts in line. */
export const hotelLineCalls: Stagings = {
  'POST /api/hotels/{id}/waitlist': async (world) => {
    const { hotel: id, wish } = await fullHouse(world);
    return { by: world.landlord, path: { id }, body: () => wish };
  },
  'GET /api/hotels/{id}/waitlist': async (world) => {
    const { hotel: id, wish } = await inLine(world);
    return { by: world.landlord, path: { id }, query: { roomTypeId: wish.roomTypeId, limit: '5' } };
  },
  'DELETE /api/hotels/{id}/waitlist/{eid}': async (world) => {
    const { hotel: id, eid } = await inLine(world);
    return { by: world.landlord, path: { id, eid } };
  },
  'PUT /api/hotels/{id}/waitlist/{eid}/take': offered,
};

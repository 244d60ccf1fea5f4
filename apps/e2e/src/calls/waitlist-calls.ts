import { eventually } from '../eventually';
import type { Staging, Stagings } from './right-call';
import type { SmallWorld } from './small-world';

interface Line {
  readonly listingId: string;
  readonly nights: { readonly from: string; readonly to: string };
}

/** Nights of a flat for two parties that its owner has closed, so that there is something to wait for. */
async function closedNights(world: SmallWorld): Promise<Line> {
  const [listingId, nights] = [await world.listing('apartments', { capacity: 2 }), world.nextNight()];
  await world.landlord.put(`/api/listings/${listingId}/availability`, { block: [nights] }, 204);
  return { listingId, nights };
}

async function waiting(world: SmallWorld, { listingId, nights }: Line): Promise<string> {
  return (await world.renter.post<{ id: string }>(`/api/listings/${listingId}/waitlist`, { ...nights, quantity: 2 })).id;
}

/** An entry of the renter to whom the nights are offered, because they were opened again. */
async function offered(world: SmallWorld): Promise<string> {
  const line = await closedNights(world);
  const id = await waiting(world, line);
  await world.landlord.put(`/api/listings/${line.listingId}/availability`, { unblock: [line.nights] }, 204);
  await eventually('the nights are offered', async () => {
    const { items } = await world.renter.get<{ items: { id: string; status: string }[] }>('/api/waitlist?status=offered&limit=100');
    return items.find((entry) => entry.id === id && entry.status === 'offered');
  });
  return id;
}

const ofWaiting = (make: (world: SmallWorld) => Promise<string>, rest: object = {}): Staging => async (world) => ({ by: world.renter, path: { id: await make(world) }, ...rest });

/** Waiting for what is taken. */
export const waitlistCalls: Stagings = {
  'POST /api/listings/{id}/waitlist': async (world) => {
    const { listingId, nights } = await closedNights(world);
    return { by: world.renter, path: { id: listingId }, body: () => ({ ...nights, quantity: 2 }) };
  },
  'GET /api/listings/{id}/waitlist': async (world) => {
    const line = await closedNights(world);
    await waiting(world, line);
    return { by: world.landlord, path: { id: line.listingId }, query: { limit: '5' } };
  },
  'GET /api/waitlist': ({ renter: by }) => ({ by, query: { status: 'waiting', limit: '5' } }),
  'DELETE /api/waitlist/{id}': ofWaiting(async (world) => waiting(world, await closedNights(world))),
  'PUT /api/waitlist/{id}/take': ofWaiting(offered, { body: () => ({ message: 'At last.' }) }),
  'PUT /api/waitlist/{id}/pass': ofWaiting(offered),
};

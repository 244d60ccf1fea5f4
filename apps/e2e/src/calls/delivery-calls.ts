import { randomUUID } from 'node:crypto';
import type { DeliveryView } from '@bookable/contracts-notification';
import { Door } from '../door';
import { eventually } from '../eventually';
import { Person } from '../person';
import type { Stagings } from './right-call';
import type { SmallWorld } from './small-world';

/** The receipt of somebody whose address is a right one (RFC 5321, 4.1.2) that no provider takes, and no document describes. */
async function deadDelivery(world: SmallWorld): Promise<string> {
  const unreachable = await Person.register(new Door(world.door.url), 'Quentin Quoted', { email: `"${randomUUID()}"@journey.example` });
  await unreachable.post('/api/bookings', { listingId: await world.listing('apartments'), ...world.nextNight() });
  return eventually('the receipt is given up', async () => {
    const { items } = await world.admin.get<{ items: DeliveryView[] }>(`/api/admin/deliveries?status=dead&userId=${unreachable.id}`);
    return items.find(({ replayable }) => replayable)?.id;
  });
}

/** What became of messages to people. */
export const deliveryCalls: Stagings = {
  'GET /api/admin/deliveries': ({ admin: by }) => ({ by, query: { status: 'dead', channel: 'email', limit: '5' } }),
  'PUT /api/admin/deliveries/{id}/replay': async (world) => ({ by: world.admin, path: { id: await deadDelivery(world) } }),
};

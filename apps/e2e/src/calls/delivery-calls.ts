import { randomUUID } from 'node:crypto';
import type { DeliveryView } from '@bookable/contracts-notification';
import { Door } from '../door';
import { eventually } from '../eventually';
import type { KeptMail } from '../mailbox';
import { deadAddress } from '../mail-provider';
import { Person } from '../person';
import type { Staging, Stagings } from './right-call';
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

/** By which the renter declines receipts for requests. */
const onUnsubscription: Staging = async (world) => {
  await world.pending();
  const url = await eventually('the renter has a receipt', async () => linkOf(await world.renter.mails()));
  return { by: world.renter, path: { token: url.split('/').at(-1)! } };
};

function linkOf(mails: readonly KeptMail[]): string | undefined {
  return mails.map(({ unsubscribeUrl }) => unsubscribeUrl).find((url) => url !== null);
}

/** What became of messages to people, and how they are declined. */
export const deliveryCalls: Stagings = {
  'GET /api/admin/deliveries': ({ admin: by }) => ({ by, query: { status: 'dead', channel: 'email', limit: '5' } }),
  'PUT /api/admin/deliveries/{id}/replay': async (world) => ({ by: world.admin, path: { id: await deadDelivery(world) } }),
  'GET /api/admin/dead-addresses': ({ admin: by }) => ({ by, query: { limit: '5' } }),
  'DELETE /api/admin/dead-addresses/{id}': async ({ admin: by, door }) => ({ by, path: { id: await deadAddress(door, by) } }),
  'POST /api/admin/special-offers': ({ admin: by }) => ({ by, body: () => ({ en: { subject: 'Two for one', text: 'In November.' }, ru: { subject: 'Две по цене одной', text: 'В ноябре.' } }) }),
  'GET /api/admin/special-offers': ({ admin: by }) => ({ by, query: { limit: '5' } }),
  'GET /unsubscribe/{token}': onUnsubscription,
  'POST /unsubscribe/{token}': onUnsubscription,
};

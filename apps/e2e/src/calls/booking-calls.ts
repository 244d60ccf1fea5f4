import { eventually } from '../eventually';
import { pictureForm } from '../picture';
import type { Staging, Stagings } from './right-call';
import type { SmallWorld } from './small-world';

type Maker = (world: SmallWorld) => Promise<string>;

const ofLandlord = (make: Maker, rest: object = {}): Staging => async (world) => ({ by: world.landlord, path: { id: await make(world) }, ...rest });
const ofRenter = (make: Maker, rest: object = {}): Staging => async (world) => ({ by: world.renter, path: { id: await make(world) }, ...rest });

const pending: Maker = (world) => world.pending();
const held: Maker = (world) => world.held();
const confirmed: Maker = (world) => world.confirmed();

async function toldOf(world: SmallWorld): Promise<string> {
  await world.pending();
  const { id } = await eventually('the landlord is told of a request', async () => {
    const { body } = await world.landlord.ask<{ items: { id: string }[] }>('GET', '/api/notifications?limit=1');
    return body.items[0];
  });
  return id;
}

/** Quotes, bookings and notifications. */
export const bookingCalls: Stagings = {
  'POST /api/quotes': async (world) => {
    const listingId = await world.listing('apartments');
    return { by: world.renter, body: () => ({ listingId, ...world.nextNight(), quantity: 1, options: {}, locale: 'en' }) };
  },
  'POST /api/bookings': async (world) => {
    const listingId = await world.listing('apartments');
    return { by: world.renter, body: () => ({ listingId, ...world.nextNight(), quantity: 1, options: {}, message: 'By train.', locale: 'en' }) };
  },
  'POST /api/holds': async (world) => {
    const listingId = await world.listing('apartments', { capacity: 2 });
    return { by: world.renter, body: () => ({ listingId, ...world.nextNight(), quantity: 2, options: {} }) };
  },
  'GET /api/holds': ({ renter: by }) => ({ by, query: { limit: '5' } }),
  'PUT /api/holds/{id}/renew': ofRenter(held),
  'DELETE /api/holds/{id}': ofRenter(held),
  'GET /api/bookings': ({ renter: by }) => ({ by, query: { role: 'renter', limit: '5' } }),
  'GET /api/bookings/{id}': ofRenter(pending),
  'GET /api/bookings/{id}/history': ofRenter(pending),
  'GET /api/bookings/{id}/cancellation': ofRenter(confirmed),
  'PUT /api/bookings/{id}/confirm': ofLandlord(pending),
  'PUT /api/bookings/{id}/reject': ofLandlord(pending, { body: () => ({ reason: 'Painters are in.' }) }),
  'PUT /api/bookings/{id}/cancel': ofRenter(confirmed, { body: () => ({ reason: 'The train was cancelled.' }) }),
  'PUT /api/bookings/{id}/start': ofLandlord(confirmed),
  'PUT /api/bookings/{id}/complete': ofLandlord((world) => world.started()),
  'PUT /api/bookings/{id}/accept': ofRenter((world) => world.invited()),
  'PUT /api/bookings/{id}/decline': ofRenter((world) => world.invited()),
  'PUT /api/bookings/{id}/no-show': ofLandlord(confirmed),
  'PUT /api/bookings/{id}/change': async (world) => ({ by: world.renter, path: { id: await world.confirmed() }, body: () => ({ ...world.nextNight(), quantity: 1, options: {}, locale: 'en' }) }),
  'PUT /api/bookings/{id}/change/accept': ofLandlord((world) => world.changeProposed()),
  'PUT /api/bookings/{id}/change/reject': ofLandlord((world) => world.changeProposed()),
  'PUT /api/bookings/{id}/change/withdraw': ofRenter((world) => world.changeProposed()),
  'PUT /api/bookings/{id}/reconfirm': ofRenter((world) => world.doubted()),
  'GET /api/bookings/{id}/photos': ofRenter(confirmed),
  'POST /api/bookings/{id}/photos': ofRenter((world) => world.started(), { form: (colour?: string) => pictureForm('files', { stage: 'handover' }, colour) }),
  'GET /api/notifications': ({ landlord: by }) => ({ by, query: { unread: 'true', limit: '5' } }),
  'PUT /api/notifications/{id}/read': ofLandlord(toldOf),
  'PUT /api/notifications/read-all': ({ landlord: by }) => ({ by }),
  'GET /api/notifications/preferences': ({ landlord: by }) => ({ by }),
  'PUT /api/notifications/preferences': ({ landlord: by }) => ({
    by, body: () => ({ timeZone: 'Europe/Berlin', quietHours: { from: '03:00', until: '03:15' }, preferences: [{ type: 'user-followed', inApp: true, email: false, telegram: false, push: false }] }),
  }),
};

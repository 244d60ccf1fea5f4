import type { Staging, Stagings } from './right-call';
import type { SmallWorld } from './small-world';

type Maker = (world: SmallWorld) => Promise<string>;

const ofLandlord = (make: Maker, rest: object = {}): Staging => async (world) => ({ by: world.landlord, path: { id: await make(world) }, ...rest });
const ofRenter = (make: Maker, rest: object = {}): Staging => async (world) => ({ by: world.renter, path: { id: await make(world) }, ...rest });
const byAdmin = (rest: object = {}): Staging => async (world) => ({ by: world.admin, path: { id: await world.shownReview() }, ...rest });

/** Reviews, what they come to, and what administrators decide of them. */
export const reviewCalls: Stagings = {
  'GET /api/reviews': ({ landlord: by, renter }) => ({ by, query: { subject: 'user', subjectId: renter.id, limit: '5' } }),
  'POST /api/reviews': async (world) => {
    const bookingId = await world.completed();
    return { by: world.renter, body: () => ({ bookingId, subject: 'listing', stars: 5, text: 'Morning sun.' }) };
  },
  'PUT /api/reviews/{id}': ofLandlord((world) => world.review(), { body: () => ({ stars: 3, text: 'On second thoughts.' }) }),
  'DELETE /api/reviews/{id}': ofLandlord((world) => world.review()),
  'POST /api/reviews/{id}/report': ofRenter((world) => world.shownReview(), { body: () => ({ reason: 'This is not about the stay.' }) }),
  'GET /api/ratings/{subject}/{id}': ({ landlord: by, renter }) => ({ by, path: { subject: 'user', id: renter.id } }),
  'GET /api/reviews/{id}/revisions': ofLandlord((world) => world.review(), { query: { limit: '5' } }),
  'GET /api/users/{id}/reviews': ({ landlord: by, renter }) => ({ by, path: { id: renter.id }, query: { side: 'received', limit: '5' } }),
  'GET /api/users/{id}/history': ({ landlord: by, renter }) => ({ by, path: { id: renter.id }, query: { limit: '5' } }),
  'GET /api/admin/reviews': ({ admin: by }) => ({ by, query: { state: 'reported', limit: '5' } }),
  'PUT /api/admin/reviews/{id}/hide': byAdmin({ body: () => ({ reason: 'It names a neighbour.' }) }),
  'PUT /api/admin/reviews/{id}/restore': byAdmin({ body: () => ({ reason: 'It says what was.' }) }),
};

import type { Staging, Stagings } from './right-call';
import type { SmallWorld } from './small-world';

const ofHost = (rest: object = {}): Staging => async (world) => ({ by: world.landlord, path: { id: await world.listing('events') }, ...rest });

/** An event, and somebody who follows its host and helps with it. */
async function helped(world: SmallWorld): Promise<{ id: string; userId: string }> {
  const [id, follower] = [await world.listing('events'), await world.newcomer('Fay Follower')];
  await follower.put(`/api/users/${world.landlord.id}/follow`, undefined, 204);
  await world.landlord.put(`/api/events/${id}/moderators/${follower.id}`, undefined, 204);
  return { id, userId: follower.id };
}

/** Running an event. */
export const eventCalls: Stagings = {
  'GET /api/me/feed': ({ renter: by }) => ({ by, query: { limit: '5' } }),
  'POST /api/events/{id}/invitations': async (world) => {
    const [id, follower] = [await world.listing('events'), await world.newcomer('Fay Follower')];
    await follower.put(`/api/users/${world.landlord.id}/follow`, undefined, 204);
    return { by: world.landlord, path: { id }, body: () => ({ userId: follower.id, message: 'Come along.', raiseCapacity: true }) };
  },
  'GET /api/events/{id}/participants': ofHost({ query: { status: 'pending', limit: '5' } }),
  'GET /api/events/{id}/moderators': ofHost(),
  'PUT /api/events/{id}/moderators/{userId}': async (world) => ({ by: world.landlord, path: await helped(world) }),
  'DELETE /api/events/{id}/moderators/{userId}': async (world) => ({ by: world.landlord, path: await helped(world) }),
};

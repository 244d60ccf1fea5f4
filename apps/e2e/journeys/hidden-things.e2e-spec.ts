import { SmallWorld } from '../src/calls/small-world';
import { WatchedDoor } from '../src/contract/watched-door';
import { eventually } from '../src/eventually';
import { ownCity } from '../src/offers';
import type { Person } from '../src/person';
import { runningSystem } from '../src/running-system';

interface List {
  readonly items: readonly Readonly<Record<string, unknown>>[];
}

const HIDDEN = ['draft', 'inactive'] as const;

describe('what is nobody else\'s to see', () => {
  const door = new WatchedDoor(runningSystem().url);
  const category = ownCity();
  let world: SmallWorld;
  let others: [who: string, person: Person | undefined][];
  const ids = new Map<string, string>();

  beforeAll(async () => {
    world = await SmallWorld.make(door);
    others = [['nobody in particular', undefined], ['a stranger', world.stranger], ['a guest', world.renter]];
    for (const status of HIDDEN) ids.set(status, await world.listing('items', { status, category, tags: [category], amenities: [category] }));
    ids.set('for followers', await world.listing('events', { category, details: { ...(world.offerFor('events')['details'] as object), privacy: 'followers' } }));
  });

  afterEach(() => expect(door.breaches()).toEqual([]));

  const ask = <Body>(person: Person | undefined, path: string) => (person ? person.ask<Body>('GET', path) : door.ask<Body>('GET', path));

  it.each(HIDDEN)('a listing that is %s opens for its owner alone, under every address of it', async (status) => {
    const paths = ['', '/availability?from=2190-01-01&to=2190-01-03'].flatMap((rest) => [`/api/listings/${ids.get(status)}${rest}`, `/api/items/${ids.get(status)}${rest}`]);
    for (const path of paths) {
      for (const [who, person] of others) expect([who, path, (await ask(person, path)).status]).toEqual([who, path, 404]);
    }
    expect((await world.landlord.ask('GET', `/api/items/${ids.get(status)}`)).status).toBe(200);
  });

  it.each([
    ['city', () => `city=${world.city}`], ['owner', () => `hostId=${world.landlord.id}`], ['words', () => `q=${category}`], ['category', () => `category=${category}`],
    ['tag', () => `tags=${category}`], ['amenity', () => `amenities=${category}`], ['privacy', () => 'privacy=followers&limit=100'],
  ])('no search by %s finds it for others', async (_what, query) => {
    for (const [who, person] of others) {
      const { body } = await ask<List>(person, `/api/listings?${query()}`);
      const found = body.items.filter(({ id }) => [...ids.values()].includes(id as string));
      expect([who, found]).toEqual([who, []]);
    }
  });

  it.each(['draft', 'inactive', 'archived', 'any'])('a search for what is %s is refused to others', async (status) => {
    for (const [, person] of others) {
      const { status: answered, body } = await ask<List>(person, `/api/listings?hostId=${world.landlord.id}&status=${status}`);
      expect([answered, body.items]).toEqual([403, undefined]);
    }
    expect((await ask<List>(world.landlord, `/api/listings?hostId=${world.landlord.id}&status=any`)).body.items.length).toBeGreaterThanOrEqual(HIDDEN.length);
  });

  it('no count tells of it: cities, districts, categories, amenities', async () => {
    for (const [, person] of others) {
      for (const path of ['/api/cities', '/api/categories', '/api/amenities', `/api/cities/${encodeURIComponent(world.city)}/districts`]) {
        const text = JSON.stringify((await ask(person, path)).body);
        expect(text.replaceAll(`/api/cities/${encodeURIComponent(world.city)}`, '')).not.toMatch(new RegExp(`${world.city}|${category}`));
      }
    }
  });

  it.each(HIDDEN)('what is %s can be neither quoted nor booked', async (status) => {
    const body = { listingId: ids.get(status), ...world.nextNight() };
    for (const path of ['/api/quotes', '/api/bookings']) {
      expect(await world.renter.ask('POST', path, { body })).toMatchObject({ status: 422, body: { code: 'not-bookable' } });
    }
  });

  it('an event for followers opens to those who follow its host, and to nobody else under any address', async () => {
    const id = ids.get('for followers')!;
    const paths = [`/api/listings/${id}`, `/api/events/${id}`, `/api/events/${id}/availability?from=2190-01-01&to=2190-01-03`];
    for (const path of paths) {
      for (const [who, person] of others) expect([who, path, (await ask(person, path)).status]).toEqual([who, path, 404]);
    }
    expect((await world.stranger.ask('POST', '/api/bookings', { body: { listingId: id } })).status).toBe(404);
    const follower = await world.newcomer('Fay Follower');
    await follower.put(`/api/users/${world.landlord.id}/follow`, undefined, 204);
    await eventually('a follower sees the event', async () => (await follower.ask('GET', `/api/events/${id}`)).status === 200);
    expect((await follower.ask('POST', '/api/bookings', { body: { listingId: id } })).status).toBe(201);
  });

  it('a review that waits for the other side is counted nowhere', async () => {
    const id = await world.review();
    for (const [, person] of others) {
      const { body } = await ask<List>(person, `/api/reviews?subject=user&subjectId=${world.renter.id}`);
      expect(body.items.filter((review) => review['id'] === id)).toEqual([]);
      expect((await ask<{ count: number }>(person, `/api/ratings/user/${world.renter.id}`)).body.count).toBe(0);
    }
  });

  it('lists of bookings, notifications, sessions, hotels and links hold nothing of others', async () => {
    const bookingId = await world.pending();
    await world.hotel();
    await eventually('the landlord is told', async () => (await world.landlord.get<List>('/api/notifications')).items.length > 0);
    for (const path of ['/api/bookings', '/api/bookings?role=owner', '/api/bookings?role=renter', '/api/notifications', '/api/hotels']) {
      const { body } = await world.stranger.ask<List>('GET', path);
      expect([path, body.items]).toEqual([path, []]);
    }
    expect(JSON.stringify((await world.stranger.get<List>('/api/auth/sessions')).items)).not.toContain(bookingId);
    expect((await world.stranger.get<List>('/api/auth/sessions')).items).toHaveLength(1);
  });
});

import { SmallWorld } from '../src/calls/small-world';
import type { Answer } from '../src/door';
import { eventually } from '../src/eventually';
import { guess, guessable } from '../src/hidden-event/guesses';
import { type Probe, probes } from '../src/hidden-event/probe';
import { SecretEvening } from '../src/hidden-event/secret-evening';
import type { Person } from '../src/person';
import { runningSystem } from '../src/running-system';

interface List {
  readonly items: readonly { readonly type?: string }[];
}

/** What those see who follow the host: if a route is missing here, asking it has proved nothing. */
const SHOWN_TO_FOLLOWERS = [
  'GET /api/bookings', 'GET /api/bookings/{id}', 'GET /api/events', 'GET /api/events/{id}', 'GET /api/listings', 'GET /api/listings/compare',
  'GET /api/listings/{id}', 'GET /api/me/feed', 'GET /api/movies/{id}', 'GET /api/notifications', 'GET /api/reviews', 'GET /api/users/{id}/history',
];

/** A refusal is told by its code; its number and its text are its own. */
const meaningOf = ({ status, body }: Answer): unknown => (status < 400 ? body : [status, (body as { code?: string }).code]);

describe('an evening for followers', () => {
  const door = runningSystem();
  let evening: SecretEvening;
  let world: SmallWorld;
  let marker: string;
  let others: readonly (readonly [who: string, person: Person | undefined])[];
  const before = new Map<string, unknown>();

  const ask = (probe: Probe, person?: Person) => {
    const address = probe.address(evening.wording);
    return person ? person.ask('GET', address) : door.ask('GET', address);
  };

  /** What was written before something else was offered and taken back is counted before that. */
  async function everythingIsCounted(): Promise<void> {
    const suggestions = `/api/listings/suggest?${new URLSearchParams({ q: world.city })}`;
    for (const [status, count] of [['active', 1], ['inactive', 0]] as const) {
      await world.landlord.put(`/api/items/${marker}`, { status });
      await eventually(`the marker is counted as ${status}`, async () => (await door.ask<List>('GET', suggestions)).body.items.length === count);
    }
  }

  beforeAll(async () => {
    [evening, world] = await Promise.all([SecretEvening.before(door), SmallWorld.make(door)]);
    others = [['nobody in particular', undefined], ['a stranger', evening.stranger]];
    for (const person of [evening.follower, evening.stranger]) await person.post('/api/saved-searches', { name: 'Evenings', search: evening.search, notify: true });
    marker = await world.listing('items', { status: 'inactive' });
    await everythingIsCounted();
    for (const [who, person] of others) {
      for (const probe of probes) before.set(`${who}: ${probe.name}`, meaningOf(await ask(probe, person)));
    }
    await evening.happens();
    await everythingIsCounted();
    await eventually('the follower is told', async () => (await evening.follower.get<List>('/api/notifications')).items.some(({ type }) => type === 'saved-search-matched'));
  }, 120_000);

  it('is asked for in ways that are understood', async () => {
    const misunderstood = [];
    // A hotel has its own words, and knows of no event.
    for (const probe of probes.filter(({ operation }) => !operation.path.startsWith('/api/hotels'))) {
      const { status, body } = await ask(probe, evening.follower);
      if (status === 400 || status === 422 || status >= 500) misunderstood.push([probe.name, body]);
    }
    expect(misunderstood).toEqual([]);
  });

  it('is shown to those who follow its host by all that can show it', async () => {
    const shownBy = new Set<string>();
    for (const probe of probes) {
      const { status, body } = await ask(probe, evening.follower);
      if (status === 200 && evening.secrets.some((secret) => JSON.stringify(body).includes(secret))) shownBy.add(probe.operation.name);
    }
    expect([...shownBy].sort()).toEqual(expect.arrayContaining(SHOWN_TO_FOLLOWERS));
  });

  it('is in no answer to anybody else, and changes none: no list, no count, no suggestion', async () => {
    const leaks = [];
    for (const [who, person] of others) {
      for (const probe of probes) {
        const answer = await ask(probe, person);
        const told = answer.status === 200 ? evening.secrets.filter((secret) => JSON.stringify(answer.body).includes(secret)) : [];
        if (told.length > 0) leaks.push([who, probe.name, told]);
        try {
          expect(meaningOf(answer)).toEqual(before.get(`${who}: ${probe.name}`));
        } catch (difference) {
          leaks.push([who, probe.name, (difference as Error).message]);
        }
      }
    }
    expect(leaks).toEqual([]);
  });

  it.each(guessable)('is no easier to find by guessing its id: $name', async (operation) => {
    for (const token of [null, evening.stranger.token]) {
      const [secret, nothing] = await guess(world, operation, evening, token);
      expect(secret).toEqual(nothing);
    }
  });
});

import type { FeedEventView } from '@bookable/contracts-catalog';
import { dayFromToday } from '../src/days';
import { eventually } from '../src/eventually';
import { filmNight, ownCity } from '../src/offers';
import { Person } from '../src/person';
import { runningSystem } from '../src/running-system';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

describe('whom one follows, and whom one would rather not meet', () => {
  const door = runningSystem();
  let host: Person;
  let friend: Person;
  const events: string[] = [];

  const feed = (person: Person, query = '') => person.get<Page<FeedEventView>>(`/api/me/feed${query}`);
  const idsIn = ({ items }: Page<FeedEventView>) => items.map(({ listingId }) => listingId);

  beforeAll(async () => {
    [host, friend] = await Promise.all([Person.register(door, 'Hanna Host'), Person.register(door, 'Fred Friend')]);
    const city = ownCity();
    for (const [days, privacy] of [[43, 'followers'], [41, 'everyone'], [42, 'followers']] as const) {
      const night = filmNight(city, dayFromToday(days));
      const details = { ...(night['details'] as object), privacy };
      events.push((await host.post<{ id: string }>('/api/events', { ...night, kind: undefined, details })).id);
    }
  });

  it('a follower reads what they plan, the soonest first, in pages', async () => {
    expect(await feed(friend)).toEqual({ items: [], nextCursor: null });
    await friend.put(`/api/users/${host.id}/follow`, undefined, 204);
    const all = await eventually('the feed is there', async () => {
      const page = await feed(friend);
      return page.items.length === 3 ? page : undefined;
    });
    expect(idsIn(all)).toEqual([events[1], events[2], events[0]]);
    expect(all.items[0]).toMatchObject({ hostId: host.id, hostName: 'Hanna Host', privacy: 'everyone' });
    const first = await feed(friend, '?limit=2');
    const rest = await feed(friend, `?${new URLSearchParams({ limit: '2', cursor: first.nextCursor! })}`);
    expect([...idsIn(first), ...idsIn(rest), rest.nextCursor]).toEqual([events[1], events[2], events[0], null]);
  });

  it('whoever is blocked follows no longer, sees what everybody sees, and helps no more', async () => {
    await host.put(`/api/events/${events[0]}/moderators/${friend.id}`, undefined, 204);
    for (let time = 0; time < 2; time += 1) await host.put(`/api/users/${friend.id}/block`, undefined, 204);
    await eventually('the evening is closed to them', async () => (await friend.ask('GET', `/api/events/${events[0]}`)).status === 404);
    await eventually('their rights are gone', async () => (await friend.ask('GET', `/api/events/${events[0]}/participants`)).status === 404);
    expect((await friend.ask('GET', `/api/events/${events[1]}`)).status).toBe(200);
    expect(await feed(friend)).toEqual({ items: [], nextCursor: null });
    expect(await friend.ask('PUT', `/api/users/${host.id}/follow`)).toMatchObject({ status: 403, body: { code: 'cannot-follow' } });
    expect((await host.get<Page<{ id: string }>>('/api/me/blocked')).items).toMatchObject([{ id: friend.id, name: 'Fred Friend' }]);
    expect((await friend.get<Page<{ id: string }>>('/api/me/blocked')).items).toEqual([]);
  });

  it('and may follow again once that is taken back', async () => {
    for (let time = 0; time < 2; time += 1) expect((await host.ask('DELETE', `/api/users/${friend.id}/block`)).status).toBe(204);
    await friend.put(`/api/users/${host.id}/follow`, undefined, 204);
    await eventually('the feed is there again', async () => (await feed(friend)).items.length === 3);
  });
});

import type { ComparisonView, ListingView, SavedSearchView, SuggestionView } from '@bookable/contracts-catalog';
import type { NotificationView } from '@bookable/contracts-notification';
import { dayFromToday } from '../src/days';
import { eventually } from '../src/eventually';
import { apartment, filmNight, ownCity, workspace } from '../src/offers';
import { Person } from '../src/person';
import { runningSystem } from '../src/running-system';
import { OpenPage } from '../src/socket';

interface Page<Item> {
  readonly items: readonly Item[];
}

describe('finding, choosing, and waiting for something better', () => {
  const door = runningSystem();
  const city = ownCity();
  const stay = { from: dayFromToday(50), to: dayFromToday(53) };
  let landlord: Person;
  let seeker: Person;
  let flat: ListingView;
  let desk: ListingView;

  const suggest = async (q: string) => {
    const answer = await door.ask<Page<SuggestionView>>('GET', `/api/listings/suggest?${new URLSearchParams({ q })}`);
    return answer.body.items;
  };
  const compare = (ids: readonly string[], more: Record<string, string> = {}, by?: Person) =>
    door.ask<ComparisonView>('GET', `/api/listings/compare?${new URLSearchParams({ ids: ids.join(','), ...more })}`, by && { token: by.token });
  const toldOf = async (search: SavedSearchView) => {
    const { items } = await seeker.get<Page<NotificationView>>('/api/notifications?limit=100');
    return items.filter(({ subjectId }) => subjectId === search.id);
  };

  beforeAll(async () => {
    landlord = await Person.register(door, 'Лидия Ларина', { role: 'landlord' });
    seeker = await Person.register(door, 'Simon Seeker', { locale: 'ru' });
    flat = await landlord.post<ListingView>('/api/listings', apartment(city, { title: 'Flat with a gramophone' }));
    desk = await landlord.post<ListingView>('/api/listings', workspace(city));
  });

  it('suggests the city while it is typed, with how many listings are there, and says when nothing has changed', async () => {
    const found = await eventually('the city is suggested with both', async () => (await suggest(city.slice(0, 14))).find(({ text, count }) => text === city && count === 2));
    expect(found).toEqual({ type: 'city', text: city, count: 2 });
    const path = `/api/listings/suggest?${new URLSearchParams({ q: city })}`;
    const first = await door.ask('GET', path);
    expect((await door.ask('GET', path, { headers: { 'if-none-match': first.headers.get('etag')! } })).status).toBe(304);
  });

  it('suggests a host in the other alphabet, and a title on the wrong keyboard', async () => {
    const host = { type: 'host', text: 'Лидия Ларина', id: landlord.id, count: 2 };
    await eventually('the host is suggested', async () => (await suggest('lidiya larina')).some((one) => one.id === landlord.id));
    expect(await suggest('lidiya larina')).toContainEqual(host);
    expect((await suggest('пкфьщзрщту')).map(({ text }) => text)).toContain('gramophone');
  });

  it('puts two side by side with what they cost, and nothing that is not for everybody', async () => {
    const { body } = await compare([flat.id, desk.id], stay);
    expect(body.listings.map(({ id }) => id)).toEqual([flat.id, desk.id]);
    expect(body.rows).toContainEqual({ attribute: 'price', values: [10_000, 500], differs: true });
    expect(body.rows.find(({ attribute }) => attribute === 'total')?.values[0]).toEqual(expect.any(Number));
    expect(body.amenities).toContainEqual({ name: 'wifi', has: [true, true], differs: false });
    const draft = await landlord.post<ListingView>('/api/listings', apartment(city, { status: 'draft' }));
    const secret = await compare([flat.id, draft.id]);
    expect(secret.status).toBe(404);
    expect(JSON.stringify({ ...(secret.body as object), instance: '' })).not.toContain(draft.id);
  });

  it('finds an event with its price on the evening it begins, though it ends after midnight', async () => {
    const day = dayFromToday(20);
    const late = { details: { startsAt: `${day}T22:00:00+01:00`, endsAt: `${dayFromToday(21)}T02:00:00+01:00`, privacy: 'everyone', paid: false } };
    const { id } = await landlord.post<ListingView>('/api/events', { ...filmNight(city, day), kind: undefined, ...late });
    const query = new URLSearchParams({ city, kind: 'event', from: day, to: dayFromToday(21) });
    const found = await eventually('it has a price', async () => {
      const { body } = await door.ask<Page<{ id: string; quote: object | null }>>('GET', `/api/listings?${query}`);
      return body.items.find((item) => item.id === id && item.quote !== null);
    });
    expect(found?.quote).toMatchObject({ total: { amount: 0 } });
  });

  it('tells who keeps a search of what newly fits, in the app, over the socket and by mail, once', async () => {
    const page = await OpenPage.of(door.url, seeker);
    const search = await seeker.post<SavedSearchView>('/api/saved-searches', { name: 'У реки', search: { q: 'houseboat', city, ...stay }, notify: true });
    expect(search).toMatchObject({ name: 'У реки', search: { q: 'houseboat', city, ...stay }, notify: true, lapsed: false });
    const boat = await landlord.post<ListingView>('/api/listings', apartment(city, { title: 'A houseboat' }));
    await landlord.post('/api/listings', apartment(city, { title: 'No boat at all' }));
    const [notice] = await eventually('the seeker is told', async () => {
      const told = await toldOf(search);
      return told.length > 0 ? told : undefined;
    });
    expect(notice).toMatchObject({ type: 'saved-search-matched', subject: 'saved-search', path: `/saved-searches/${search.id}`, text: expect.stringContaining('A houseboat') });
    await page.hears<NotificationView>('notification', ({ id }) => id === notice!.id);
    const mail = await eventually('the mail', async () => (await seeker.mails()).find(({ subject }) => subject.includes('У реки')));
    expect(mail.text).toContain('A houseboat');
    await landlord.put(`/api/listings/${boat.id}`, { title: 'A finer houseboat' });
    await seeker.put(`/api/saved-searches/${search.id}`, { notify: false });
    expect(await toldOf(search)).toHaveLength(1);
    expect((await seeker.get<Page<SavedSearchView>>('/api/saved-searches')).items).toMatchObject([{ id: search.id, notify: false }]);
    page.close();
  });

  it('tells of what becomes free again', async () => {
    const changed = (body: object) => landlord.ask('PUT', `/api/listings/${flat.id}/availability`, { body });
    expect((await changed({ block: [stay] })).status).toBe(204);
    const isFree = async () => {
      const { body } = await door.ask<Page<{ id: string }>>('GET', `/api/listings?${new URLSearchParams({ city, q: 'gramophone', ...stay })}`);
      return body.items.length > 0;
    };
    await eventually('the flat is taken', async () => !(await isFree()));
    const search = await seeker.post<SavedSearchView>('/api/saved-searches', { name: 'Music', search: { q: 'gramophone', city, ...stay } });
    expect((await changed({ unblock: [stay] })).status).toBe(204);
    const [notice] = await eventually('the seeker is told', async () => {
      const told = await toldOf(search);
      return told.length > 0 ? told : undefined;
    });
    expect(notice!.text).toContain('Flat with a gramophone');
  });

  it('keeps searches from everybody else, and lets go of them', async () => {
    const search = await seeker.post<SavedSearchView>('/api/saved-searches', { name: 'Mine', search: { city } });
    expect((await landlord.ask('PUT', `/api/saved-searches/${search.id}`, { body: { name: 'Yours' } })).status).toBe(404);
    expect((await landlord.ask('DELETE', `/api/saved-searches/${search.id}`)).status).toBe(404);
    expect((await seeker.ask('DELETE', `/api/saved-searches/${search.id}`)).status).toBe(204);
    expect((await seeker.ask('DELETE', `/api/saved-searches/${search.id}`)).status).toBe(404);
  });
});

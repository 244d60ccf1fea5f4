import type { SuggestListingsRequest } from '@bookable/contracts-catalog';
import { newId } from '@bookable/kernel';
import { aContext, aContextOf, anAdmin } from '@bookable/platform-testing';
import { CatalogDesk } from './catalog-desk';
import { anApartment, anEvent, aWorkspace } from './sample-listings';

const HOSTILE = [`'; DROP TABLE suggestion; --`, '%', '_', '\\', '"', '{}', ':*', '$1', '𝕳𝖊𝖑𝖑𝖔', '‮abc', 'Z̡̲̖a͓l̗g͈ó', '🦄🦄', '\uFFFF', 'x'.repeat(100), 'ﷺ'.repeat(100), '   .   '];

describe('suggestions', () => {
  let desk: CatalogDesk;
  const host = newId();

  const make = async (offer: Parameters<CatalogDesk['create']>[0]) => {
    const listing = await desk.create(offer, desk.as(host));
    await desk.refreshSuggestions.execute();
    return listing;
  };
  const suggest = async (q: string, asked: Partial<SuggestListingsRequest> = {}) => (await desk.suggest.execute({ q, ...asked })).items;
  const said = async (q: string, asked: Partial<SuggestListingsRequest> = {}) => (await suggest(q, asked)).map(({ type, text }) => `${type} ${text}`);
  const at = (city: string, district?: string) => ({ location: { city, ...(district && { district }), lat: 55, lng: 37 } });

  beforeAll(async () => {
    desk = await CatalogDesk.open();
    const person = { email: 'x@example.org', roles: ['landlord' as const], locale: 'en' as const, emailVerified: true, avatarUrl: null, createdAt: '2026-11-21T09:00:00.000Z', version: 1 };
    await desk.hosts.keep({ ...person, id: host, name: 'Ольга Ларина' }, aContext());
    await make(anApartment({ title: 'Уютная квартира', category: 'house', ...at('Москва', 'Арбат') }));
    await make(anApartment({ title: 'Светлая квартира', ...at('Москва', 'Хамовники') }));
    await make(anApartment({ title: 'Loft with a view', ...at('Saint-Petersburg') }));
    await make(aWorkspace({ title: 'The quiet desk', category: 'Drawing room', ...at('Berlin') }));
  });
  afterAll(() => desk.postgres.stop());

  it.each([
    ['a beginning', 'мос', 'city Москва'],
    ['one letter', 'м', 'city Москва'],
    ['capitals', 'МОСК', 'city Москва'],
    ['the other alphabet', 'mosk', 'city Москва'],
    ['the other alphabet the other way', 'бер', 'city Berlin'],
    ['the wrong keyboard', 'vjcr', 'city Москва'],
    ['the wrong keyboard the other way', 'иукд', 'city Berlin'],
    ['a slip', 'масква', 'city Москва'],
    ['a missing letter', 'брлин', 'city Berlin'],
    ['a slip in the other alphabet', 'beriln', 'city Berlin'],
    ['a later word of a name', 'peter', 'city Saint-Petersburg'],
    ['a blank for a hyphen', 'saint pet', 'city Saint-Petersburg'],
    ['a part of a city', 'хамов', 'district Хамовники'],
    ['a category in Russian', 'дом', 'category Дома'],
    ['a category in English', 'hous', 'category Houses'],
    ['a category of one’s own', 'draw', 'category Drawing room'],
    ['a word of a title', 'уют', 'word уютная'],
    ['the second name of a host', 'larin', 'host Ольга Ларина'],
    ['the title itself', 'светлая ква', 'listing Светлая квартира'],
  ])('are found by %s: %j', async (_what, q, expected) => expect(await said(q)).toContain(expected));

  it('say what to send as a filter, and how many it finds', async () => {
    expect(await suggest('москва')).toEqual([{ text: 'Москва', type: 'city', count: 2 }]);
    expect(await suggest('houses')).toEqual([{ text: 'Houses', type: 'category', code: 'house', count: 1 }]);
    expect(await suggest('larina')).toEqual([{ text: 'Ольга Ларина', type: 'host', id: host, count: 4 }]);
    expect(await suggest('loft with')).toEqual([{ text: 'Loft with a view', type: 'listing', id: expect.any(String) }]);
  });

  it('are of the kind that is asked for, and no more than asked for', async () => {
    expect(await said('b', { kind: 'apartment' })).toEqual([]);
    expect(await said('b', { kind: 'workspace' })).toEqual(['city Berlin']);
    expect(await said('ква', { limit: 1 })).toEqual(['word квартира']);
  });

  it('leave out words that say nothing', async () => expect(await said('the')).toEqual(['listing The quiet desk']));

  it('tell of nothing that only some may see: no drafts, no events for followers, none that is over', async () => {
    const when = { startsAt: '2026-12-05T19:00:00Z', endsAt: '2026-12-05T22:00:00Z', paid: false };
    await make(anApartment({ title: 'Secretdraft', status: 'draft', category: 'Secretcategory', ...at('Secretville', 'Secretpark') }));
    await make(anEvent({ title: 'Secretparty', ...at('Secrettown'), details: { ...when, privacy: 'followers' } }));
    const before = { ...when, startsAt: '2026-12-05T15:00:00Z', endsAt: '2026-12-05T18:00:00Z' };
    await make(anEvent({ title: 'Openparty', ...at('Opentown'), details: { ...before, privacy: 'everyone' } }));
    expect(await said('secr')).toEqual([]);
    expect(await said('sercet')).toEqual([]);
    expect(await said('open')).toEqual(['city Opentown', 'word openparty', 'listing Openparty']);
    const now = desk.clock.time;
    desk.clock.time = new Date('2026-12-06T00:00:00Z');
    await desk.refreshSuggestions.execute();
    desk.clock.time = now;
    expect(await said('open')).toEqual([]);
  });

  it('follow their listings and the names of hosts', async () => {
    const listing = await make(anApartment({ title: 'Chalet', ...at('Zermatt') }));
    expect(await said('zer')).toEqual(['city Zermatt']);
    await desk.update({ id: listing.id, location: { city: 'Grindelwald', lat: 46, lng: 8 }, title: 'Mayen' }, desk.as(host));
    await desk.refreshSuggestions.execute();
    expect(await said('zer')).toEqual([]);
    expect(await said('chal')).toEqual([]);
    expect(await said('grin')).toEqual(['city Grindelwald']);
    await desk.archiveListing.execute({ id: listing.id }, desk.as(host)).catch(() => desk.update({ id: listing.id, status: 'inactive' }, desk.as(host)));
    await desk.refreshSuggestions.execute();
    expect(await said('grin')).toEqual([]);
    await desk.postgres.database.query(`UPDATE host SET name = 'Tatiana' WHERE id = $1`, [host]);
    await desk.refreshSuggestions.execute();
    expect(await said('olga')).toEqual([]);
    expect(await said('tati')).toEqual(['host Tatiana']);
  });

  it('name the districts of the map that listings lie in, in both languages, and owners’ words for them as the same', async () => {
    const admin = aContextOf(anAdmin());
    const area = { type: 'Polygon' as const, coordinates: [[[30, 60], [31, 60], [31, 61], [30, 61], [30, 60]]] as [number, number][][] };
    const within = (district?: string) => ({ location: { city: 'Neva', lat: 60.5, lng: 30.5, ...(district && { district }) } });
    for (const named of [undefined, 'kolomna', 'Old Town']) await make(anApartment({ title: 'Mansard', ...within(named) }));
    expect(await suggest('kolom')).toEqual([{ type: 'district', text: 'kolomna', count: 1 }]);
    const bring = async (ru: string, en: string) => {
      await desk.geography.districts({ source: 'map', districts: [{ externalId: '1', city: 'Neva', name: { ru, en }, area }] }, admin);
      await desk.geography.settle({ source: 'map' }, admin);
      await desk.placeListings.execute();
      await desk.refreshSuggestions.execute();
    };
    await bring('район Коломна', 'Kolomna');
    expect(await suggest('колом')).toEqual([{ type: 'district', text: 'район Коломна', count: 3 }]);
    expect((await suggest('kolom')).map(({ type, count }) => [type, count])).toEqual([['district', 3]]);
    expect(await suggest('old town')).toEqual([{ type: 'district', text: 'Old Town', count: 1 }]);
    expect((await desk.search({ district: 'район Коломна' })).items).toHaveLength(3);
    await bring('Галерная гавань', 'Galley Harbour');
    expect(await suggest('galley')).toEqual([{ type: 'district', text: 'Galley Harbour', count: 3 }]);
    expect(await suggest('галерная')).toEqual([{ type: 'district', text: 'Галерная гавань', count: 3 }]);
    await desk.geography.settle({ source: 'map', districtIds: [] }, admin);
    await desk.placeListings.execute();
    await desk.refreshSuggestions.execute();
    expect(await suggest('galley')).toEqual([]);
    expect(await suggest('kolom')).toEqual([{ type: 'district', text: 'kolomna', count: 1 }]);
  });

  it('count the name of a host anew by itself, however many listings there are and however often it changes', async () => {
    const other = newId();
    const rename = (name: string) => desk.postgres.database.query(`INSERT INTO host (id, name, version) VALUES ($1, $2, 1) ON CONFLICT (id) DO UPDATE SET name = excluded.name`, [other, name]);
    for (const title of ['Hut', 'Cot', 'Den']) await desk.create(anApartment({ title, ...at('Hosttown') }), desk.as(other));
    await desk.create(aWorkspace(at('Hosttown')), desk.as(other));
    await desk.refreshSuggestions.execute();
    expect(await said('hosttown')).toEqual(['city Hosttown']);
    for (const name of ['Vanya', 'Vasya', 'Vasilisa Prekrasnaya']) await rename(name);
    const due = await desk.postgres.database.query<{ listings: number; hosts: number }>(`SELECT count(listing_id)::int AS listings, count(host_id)::int AS hosts FROM suggestion_due`);
    expect(due).toEqual([{ listings: 0, hosts: 3 }]);
    await desk.refreshSuggestions.execute();
    expect(await said('van')).toEqual([]);
    expect(await suggest('prekr')).toEqual([{ type: 'host', text: 'Vasilisa Prekrasnaya', id: other, count: 4 }]);
    expect(await suggest('prekr', { kind: 'workspace' })).toEqual([{ type: 'host', text: 'Vasilisa Prekrasnaya', id: other, count: 1 }]);
    await rename('ВАСИЛИСА');
    await desk.refreshSuggestions.execute();
    expect(await said('prekr')).toEqual([]);
    expect(await suggest('vasil')).toEqual([{ type: 'host', text: 'ВАСИЛИСА', id: other, count: 4 }]);
  });

  it('are counted once for a listing, however often it was written', async () => {
    const listing = await desk.create(anApartment({ title: 'Ofttold', ...at('Oftville') }), desk.as(host));
    const notes = `INSERT INTO suggestion_due (listing_id) SELECT $1 FROM generate_series(1, 4000)`;
    await desk.postgres.database.query(notes, [listing.id]);
    await desk.create(anApartment({ title: 'Lastofall', ...at('Oftville') }), desk.as(host));
    await desk.refreshSuggestions.execute();
    expect(await suggest('oftville')).toEqual([{ text: 'Oftville', type: 'city', count: 2 }]);
    expect(await desk.postgres.database.query('SELECT FROM suggestion_due')).toEqual([]);
  });

  it('are right after many were written and counted at once', async () => {
    const city = at('Manytown');
    const writing = Array.from({ length: 30 }, (_, n) => desk.create(anApartment({ title: `Number ${n}`, status: n % 3 ? 'active' : 'draft', ...city }), desk.as(newId())));
    await Promise.all([...writing, ...Array.from({ length: 10 }, () => desk.refreshSuggestions.execute())]);
    await desk.refreshSuggestions.execute();
    expect(await suggest('manytown')).toEqual([{ text: 'Manytown', type: 'city', count: 20 }]);
  });

  it.each(HOSTILE)('take %j for what somebody typed', async (text) => {
    expect(Array.isArray(await suggest(text.slice(0, 100)))).toBe(true);
  });
});

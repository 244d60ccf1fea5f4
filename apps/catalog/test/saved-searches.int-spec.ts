import { type SavedSearchMatchedFacts, SavedSearchMatched, type SearchListingsRequest } from '@bookable/contracts-catalog';
import { newId } from '@bookable/kernel';
import { aContext, waitUntil } from '@bookable/platform-testing';
import { CatalogDesk } from './catalog-desk';
import { anApartment, anEvent } from './sample-listings';

const MINUTE_MS = 60_000;

describe('saved searches', () => {
  let desk: CatalogDesk;
  const host = newId();
  let cities = 0;

  const newCity = () => `City ${(cities += 1)}`;
  const at = (city: string) => ({ location: { city, lat: 55, lng: 37 } });
  const make = (offer: Parameters<CatalogDesk['create']>[0]) => desk.create(offer, desk.as(host));
  const change = (id: string, changed: object) => desk.update({ id, ...changed }, desk.as(host));
  const save = async (search: SearchListingsRequest, userId = newId(), more: { name?: string; notify?: boolean } = {}) =>
    desk.saveSearch.execute({ name: 'Mine', search, ...more }, desk.as(userId));
  /** What a replica does every second, and which messages came of it for one search. */
  const round = async () => {
    await desk.matchSavedSearches.execute();
    await desk.tellSavedSearches.execute();
  };
  const waitMinutes = (minutes: number) => (desk.clock.time = new Date(desk.clock.time.getTime() + minutes * MINUTE_MS));
  const kept = async () => (await desk.postgres.database.query<{ count: number }>('SELECT count(*)::int AS count FROM outbox'))[0]!.count;
  const messages = async (searchId: string): Promise<SavedSearchMatchedFacts[]> => {
    await round();
    await waitUntil(async () => (await kept()) === 0, { that: 'all facts are told' });
    return desk.postgres.events.of(SavedSearchMatched).filter((told) => told.searchId === searchId);
  };
  const titles = async (searchId: string) => (await messages(searchId)).map(({ listings }) => listings.map(({ title }) => title));
  const free = (listingId: string, version: number, segments: { from: string; to: string; free: number }[] = []) =>
    desk.copies.availability({ listingId, unit: 'night', timeZone: 'America/New_York', capacity: 1, version, segments } as Parameters<typeof desk.copies.availability>[0]);

  beforeAll(async () => void (desk = await CatalogDesk.open()));
  afterAll(() => desk.postgres.stop());

  it('tell of a listing that is published, once, whatever is changed about it afterwards', async () => {
    const city = newCity();
    const user = newId();
    const { id } = await save({ city, priceMax: 20_000 }, user, { name: 'By the sea' });
    const listing = await make(anApartment({ title: 'New', ...at(city) }));
    expect(await messages(id)).toEqual([
      { searchId: id, userId: user, name: 'By the sea', listings: [{ id: listing.id, kind: 'apartment', title: 'New', city }], count: 1, version: 1 },
    ]);
    await change(listing.id, { title: 'Newer' });
    await change(listing.id, { status: 'inactive' });
    await round();
    await change(listing.id, { status: 'active' });
    waitMinutes(6);
    expect(await messages(id)).toHaveLength(1);
  });

  it('tell of nothing that fitted before, however it is changed, nor of what does not fit', async () => {
    const city = newCity();
    const old = await make(anApartment({ title: 'Old', ...at(city) }));
    const { id } = await save({ city, priceMax: 20_000 });
    await make(anApartment({ title: 'Dear', ...at(city), price: { currency: 'USD', per: 'night', amount: 90_000 } }));
    await make(anApartment({ title: 'Elsewhere', ...at(newCity()) }));
    await make(anApartment({ title: 'Draft', status: 'draft', ...at(city) }));
    await change(old.id, { title: 'Renamed', price: { currency: 'USD', per: 'night', amount: 11_000 } });
    expect(await messages(id)).toEqual([]);
  });

  it('tell of what has become cheaper, was taken out of a drawer, or is liked at last', async () => {
    const city = newCity();
    const dear = await make(anApartment({ title: 'Dear', ...at(city), price: { currency: 'USD', per: 'night', amount: 90_000 } }));
    const draft = await make(anApartment({ title: 'Draft', status: 'draft', ...at(city) }));
    const disliked = await make(anApartment({ title: 'Disliked', ...at(city) }));
    const cheap = await save({ city, priceMax: 20_000 });
    const liked = await save({ city, ratingMin: 4 });
    await change(dear.id, { price: { currency: 'USD', per: 'night', amount: 15_000 } });
    await change(draft.id, { status: 'active' });
    await desk.copies.rating({ subject: 'listing', subjectId: disliked.id, average: 4.5, count: 2, histogram: [0, 0, 0, 1, 1], version: 1 }, aContext());
    expect(await titles(cheap.id)).toEqual([['Draft', 'Dear']]);
    expect(await titles(liked.id)).toEqual([['Disliked']]);
  });

  it('tell of what becomes free for their dates, and not of what stays free or taken', async () => {
    const city = newCity();
    const taken = [{ from: '2027-01-10', to: '2027-01-12', free: 0 }];
    const [freed, stays, other] = [await make(anApartment({ title: 'Freed', ...at(city) })), await make(anApartment({ ...at(city) })), await make(anApartment({ ...at(city) }))];
    await free(freed.id, 1, taken);
    await free(stays.id, 1, taken);
    const { id } = await save({ city, from: '2027-01-09', to: '2027-01-13' });
    await free(freed.id, 2);
    await free(stays.id, 2, [{ ...taken[0]!, from: '2027-01-11' }]);
    await free(other.id, 1, [{ from: '2027-03-01', to: '2027-03-04', free: 0 }]);
    expect(await titles(id)).toEqual([['Freed']]);
  });

  it('tell of nothing that was free for a moment only, and of it when it is free again', async () => {
    const city = newCity();
    const taken = [{ from: '2027-01-10', to: '2027-01-12', free: 0 }];
    const listing = await make(anApartment({ title: 'Coveted', ...at(city) }));
    await free(listing.id, 1, taken);
    const { id } = await save({ city, from: '2027-01-10', to: '2027-01-12' });
    await free(listing.id, 2);
    await desk.matchSavedSearches.execute();
    await free(listing.id, 3, taken);
    expect(await messages(id)).toEqual([]);
    await free(listing.id, 4);
    expect(await titles(id)).toEqual([['Coveted']]);
  });

  it('say many things at once, and no more than one message in some minutes', async () => {
    const city = newCity();
    const { id } = await save({ city });
    for (let n = 0; n < 12; n += 1) await make(anApartment({ title: `First ${n}`, ...at(city) }));
    const [first] = await messages(id);
    expect(first).toMatchObject({ count: 12, version: 1, listings: { length: 10 } });
    await make(anApartment({ title: 'Second', ...at(city) }));
    waitMinutes(1);
    expect(await messages(id)).toHaveLength(1);
    await make(anApartment({ title: 'Third', ...at(city) }));
    waitMinutes(5);
    expect((await titles(id)).at(-1)).toEqual(['Third', 'Second']);
  });

  it('ask what the search itself asks, in every one of its parameters', async () => {
    const city = newCity();
    const listing = { title: 'Quiet cottage', description: 'With a sauna', category: 'house', tags: ['lake'], amenities: ['wifi'] };
    const fitting: SearchListingsRequest[] = [
      { q: 'cottages saunna' }, { kind: 'apartment' }, { category: 'House' }, { tags: ['Lake'] }, { amenities: ['wifi'] }, { guests: 4 }, { hostId: host },
      { lat: 55, lng: 37, radius: 10 }, { bbox: '36,54,38,56' }, { priceMin: 12_000, priceMax: 12_000, currency: 'USD' }, { from: '2027-02-01', to: '2027-02-03' },
    ];
    const not: SearchListingsRequest[] = [
      { q: 'villa' }, { kind: 'item' }, { category: 'Loft' }, { tags: ['Sea'] }, { amenities: ['pool'] }, { guests: 5 }, { hostId: newId() }, { lat: 56, lng: 37, radius: 10 },
      { bbox: '1,54,2,56' }, { priceMin: 12_001 }, { currency: 'EUR' }, { ratingMin: 1 }, { nearStation: 1 }, { privacy: 'followers' }, { district: 'None' },
    ];
    const saved = await Promise.all([...fitting, ...not].map((search) => save({ city, ...search })));
    await make(anApartment({ ...listing, ...at(city) }));
    await round();
    const told = await Promise.all(saved.map(async ({ id }) => (await messages(id)).length));
    expect(told).toEqual([...fitting.map(() => 1), ...not.map(() => 0)]);
  });

  it('tell nobody of what they may not see, nor of what is their own', async () => {
    const city = newCity();
    const [own, stranger, follower] = [await save({ city }, host), await save({ city }), newId()];
    await desk.copies.follow({ followerId: follower, followedId: host, following: true, version: 1 }, aContext());
    const followers = await save({ city }, follower);
    const details = { startsAt: '2026-12-05T19:00:00Z', endsAt: '2026-12-05T22:00:00Z', privacy: 'followers' as const, paid: false };
    await make(anEvent({ title: 'Among friends', ...at(city), details }));
    expect(await messages(own.id)).toEqual([]);
    expect(await messages(stranger.id)).toEqual([]);
    expect(await titles(followers.id)).toEqual([['Among friends']]);
  });

  it('are quiet when told to be, when their dates have gone by, and when they are gone', async () => {
    const city = newCity();
    const user = newId();
    const quiet = await save({ city }, user);
    const gone = await save({ city }, user);
    const dated = await save({ city, from: '2026-11-22', to: '2026-11-23' }, user);
    await desk.changeSavedSearch.execute({ id: quiet.id, notify: false }, desk.as(user));
    await desk.deleteSavedSearch.execute({ id: gone.id }, desk.as(user));
    const now = desk.clock.time;
    desk.clock.time = new Date('2026-11-23T12:00:00Z');
    await make(anApartment(at(city)));
    for (const { id } of [quiet, gone, dated]) expect(await messages(id)).toEqual([]);
    const { items } = await desk.findSavedSearches.execute({}, desk.as(user));
    expect(items).toMatchObject([{ id: dated.id, lapsed: true }, { id: quiet.id, lapsed: false, notify: false, search: { city } }]);
    desk.clock.time = now;
  });

  it('tell once of each listing, however many replicas look, and whichever of them dies', async () => {
    const city = newCity();
    const searches = await Promise.all(Array.from({ length: 20 }, () => save({ city })));
    await Promise.all(Array.from({ length: 30 }, (_, n) => make(anApartment({ title: `Many ${n}`, ...at(city) }))));
    const dying = desk.postgres.database.transaction(async (tx) => {
      await tx.query('DELETE FROM match_due');
      throw new Error('This replica dies.');
    });
    await expect(dying).rejects.toThrow('dies');
    await Promise.all(Array.from({ length: 6 }, round));
    waitMinutes(6);
    for (const { id } of searches) {
      const named = (await messages(id)).reduce((sum, { count }) => sum + count, 0);
      expect(named).toBe(30);
    }
    expect(await desk.postgres.database.query('SELECT search_id FROM saved_search_match GROUP BY search_id, listing_id HAVING count(*) > 1')).toEqual([]);
  });

  it('are their owner’s alone, are read in pages, and are at most fifty, also when saved at once', async () => {
    const user = newId();
    const results = await Promise.allSettled(Array.from({ length: 55 }, (_, n) => save({ q: `word ${n}` }, user)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(50);
    await expect(save({ q: 'one more' }, user)).rejects.toMatchObject({ problem: { code: 'too-many-saved-searches' } });
    const first = await desk.findSavedSearches.execute({ limit: 30 }, desk.as(user));
    const rest = await desk.findSavedSearches.execute({ limit: 30, cursor: first.nextCursor! }, desk.as(user));
    expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(50);
    const { id } = first.items[0]!;
    const notThere = { problem: { code: 'not-found' } };
    await expect(desk.changeSavedSearch.execute({ id, name: 'Yours' }, desk.as(newId()))).rejects.toMatchObject(notThere);
    await expect(desk.deleteSavedSearch.execute({ id }, desk.as(newId()))).rejects.toMatchObject(notThere);
    expect((await desk.changeSavedSearch.execute({ id, name: 'Mine still', search: { q: 'other' } }, desk.as(user))).search).toEqual({ q: 'other' });
  });

  it('go with their account', async () => {
    const user = newId();
    await save({ q: 'loft' }, user);
    await desk.hosts.forget({ id: user, version: 9 }, aContext());
    expect((await desk.findSavedSearches.execute({}, desk.as(user))).items).toEqual([]);
    await expect(save({ q: 'loft' }, user)).rejects.toMatchObject({ problem: { code: 'unauthenticated' } });
  });

  it('are refused where nothing can be searched for so', async () => {
    await expect(save({})).rejects.toMatchObject({ facts: { errors: [{ path: 'search' }] } });
    await expect(save({ lat: 1 })).rejects.toMatchObject({ facts: { errors: [{ path: 'search.lng' }] } });
    await expect(save({ from: '2020-01-01', to: '2020-01-02' })).rejects.toMatchObject({ facts: { errors: [{ path: 'search.from' }] } });
  });
});

import type { SearchListingsRequest } from '@bookable/contracts-catalog';
import { newId } from '@bookable/kernel';
import { aContext } from '@bookable/platform-testing';
import { CatalogDesk } from './catalog-desk';
import { anApartment, anEvent, aWorkspace } from './sample-listings';

describe('search', () => {
  let desk: CatalogDesk;
  const host = newId();

  const titles = async (asked: SearchListingsRequest) => (await desk.search(asked)).items.map(({ title }) => title).sort();
  const make = (offer: Parameters<CatalogDesk['create']>[0]) => desk.create(offer, desk.as(host));
  const at = (city: string, lat: number, lng: number) => ({ location: { city, lat, lng } });

  beforeAll(async () => {
    desk = await CatalogDesk.open();
    await desk.postgres.database.query(
      `INSERT INTO station (id, name_en, name_ru, place) VALUES ('1', 'Arbatskaya', 'Арбатская', catalog.point(55.7520, 37.6015))`,
    );
    await make(anApartment({ title: 'Luxury penthouse', description: 'Cozy apartments with wonderful castles nearby', ...at('Prague', 50.08, 14.43) }));
    await make(anApartment({ title: 'Уютная квартира', description: 'Рядом с Арбатом, ёлки во дворе', timeZone: 'Europe/Moscow', ...at('Москва', 55.7558, 37.6173) }));
    await make(anApartment({ title: 'Beach hut', description: 'East of the line', timeZone: 'Pacific/Fiji', ...at('Taveuni', -16.8, 179.95) }));
    await make(anApartment({ title: 'Reef hut', description: 'West of the line', timeZone: 'Pacific/Fiji', ...at('Taveuni', -16.8, -179.95) }));
    await make(aWorkspace());
    await make(anEvent({ title: 'Premiere', location: { city: 'Berlin', lat: 52.5, lng: 13.4 }, timeZone: 'Europe/Berlin' }));
  });
  afterAll(() => desk.postgres.stop());

  it.each([
    ['the words in another order', 'penthouse luxury'],
    ['another number', 'castle'],
    ['other letters in size', 'LUXURY'],
    ['a letter too few', 'penthose'],
    ['a letter too many', 'luxurry'],
    ['a wrong letter', 'luxary'],
    ['letters that changed places', 'penthuose'],
    ['two slips in a long word', 'wonderfulll castels'],
  ])('finds words by %s', async (_what, q) => {
    expect(await titles({ q })).toEqual(['Luxury penthouse']);
  });

  it('finds Russian words in their other cases, with or without the dots of ё', async () => {
    expect(await titles({ q: 'уютную квартиру' })).toEqual(['Уютная квартира']);
    expect(await titles({ q: 'елка арбат' })).toEqual(['Уютная квартира']);
    expect(await titles({ q: 'кваритра' })).toEqual(['Уютная квартира']);
  });

  it('finds nothing by a word that is nobody’s, nor by signs alone', async () => {
    expect(await titles({ q: 'zzqx' })).toEqual([]);
    expect(await titles({ q: '?!...' })).toEqual([]);
  });

  it('ranks a word in the title before one in the description', async () => {
    await make(anApartment({ title: 'Violet orchid', description: 'A house' }));
    await make(anApartment({ title: 'A house', description: 'A violet orchid stands in the hall, and a violet orchid on the desk' }));
    expect((await desk.search({ q: 'orchid' })).items.map(({ title }) => title)).toEqual(['Violet orchid', 'A house']);
  });

  it('sees both sides of the antimeridian, by a circle and by a map', async () => {
    expect(await titles({ lat: -16.8, lng: 180, radius: 20_000 })).toEqual(['Beach hut', 'Reef hut']);
    expect(await titles({ bbox: '179.9,-17,-179.9,-16' })).toEqual(['Beach hut', 'Reef hut']);
    expect(await titles({ bbox: '-180,-17,-179.9,-16' })).toEqual(['Reef hut']);
  });

  it('tells the distance from the point, and the nearest station where there is one', async () => {
    const { items } = await desk.search({ city: 'москва', lat: 55.752, lng: 37.6015 });
    expect(items).toMatchObject([{ distance: expect.closeTo(1076, -2), nearestStation: { name: { en: 'Arbatskaya', ru: 'Арбатская' }, distance: expect.closeTo(1076, -2) } }]);
    expect(await titles({ nearStation: 1500 })).toEqual(['Уютная квартира']);
    expect(await titles({ nearStation: 500 })).toEqual([]);
  });

  it('finds a workspace only while it is open, on the day clocks change too', async () => {
    const open = (from: string, to: string) => titles({ kind: 'workspace', from, to });
    expect(await open('2026-12-01T09:00:00+01:00', '2026-12-01T18:00:00+01:00')).toEqual(['Desk with a view']);
    expect(await open('2026-12-01T17:00:00+01:00', '2026-12-01T19:00:00+01:00')).toEqual([]);
    expect(await open('2026-12-05T10:00:00+01:00', '2026-12-05T11:00:00+01:00')).toEqual([]);
    expect(await open('2027-03-29T09:00:00+02:00', '2027-03-29T10:00:00+02:00')).toEqual(['Desk with a view']);
    expect(await open('2027-03-29T09:00:00+01:00', '2027-03-29T18:00:00+01:00')).toEqual([]);
  });

  it('takes a day of an event for a day where it is', async () => {
    const begins = (from: string, to: string) => titles({ kind: 'event', from, to });
    await make(anEvent({ title: 'Late show', timeZone: 'Europe/Berlin', location: { city: 'Berlin', lat: 52.5, lng: 13.4 }, details: { startsAt: '2026-12-31T23:30:00+01:00', endsAt: '2027-01-01T02:00:00+01:00', privacy: 'everyone', paid: false } }));
    expect(await begins('2026-12-31', '2027-01-01')).toEqual(['Late show']);
    expect(await begins('2027-01-01', '2027-01-02')).toEqual([]);
  });

  it('shows an event that is over to nobody but its host', async () => {
    const now = desk.clock.time;
    desk.clock.time = new Date('2027-05-01T00:00:00Z');
    expect(await titles({ kind: 'event' })).toEqual([]);
    expect((await desk.search({ kind: 'event', hostId: host }, desk.as(host))).items).toHaveLength(2);
    desk.clock.time = now;
  });

  describe('with dates', () => {
    const dates = { city: 'Prague', from: '2027-01-10', to: '2027-01-13' };

    it('is priced by one call to booking', async () => {
      const quote = { total: { amount: 36_000, currency: 'USD' }, lines: [{ label: '3 nights', rule: 'unit', units: 3, unitAmount: 12_000, amount: 36_000 }] };
      desk.others.answers.set('booking.quote-listings', ({ listingIds }: { listingIds: string[] }) => listingIds.map((listingId) => ({ listingId, quote, available: true })));
      desk.others.asked.length = 0;
      expect((await desk.search({ ...dates, guests: 2 })).items).toMatchObject([{ quote: { ...quote, available: true } }]);
      expect(desk.others.asked).toMatchObject([{ request: { from: dates.from, to: dates.to, quantity: 1, guests: 2 } }]);
    });

    it('is answered without prices while booking is away', async () => {
      desk.others.answers.clear();
      expect((await desk.search(dates)).items).toMatchObject([{ quote: null }]);
      expect((await desk.search({ city: 'Prague' })).items[0]).not.toHaveProperty('quote');
    });
  });

  it.each<[string, SearchListingsRequest]>([
    ['priceMax', { priceMin: 2, priceMax: 1 }],
    ['to', { from: '2027-01-02', to: '2027-01-02' }],
    ['to', { from: '2027-01-02' }],
    ['from', { to: '2027-01-02' }],
    ['to', { from: '2027-01-02', to: '2027-01-03T00:00:00Z' }],
    ['from', { from: '2026-11-01', to: '2026-11-05' }],
    ['lng', { lat: 1 }],
    ['lat', { lng: 1 }],
    ['radius', { radius: 5 }],
    ['bbox', { bbox: '1,50,2,40' }],
    ['bbox', { bbox: '1,2,3,95' }],
    ['sort', { sort: 'distance' }],
    ['sort', { sort: 'relevance' }],
    ['cursor', { cursor: 'garbage' }],
    ['cursor', { cursor: Buffer.from('["x",1]').toString('base64url') }],
  ])('names %s where it does not fit the rest: %j', async (path, asked) => {
    await expect(desk.search(asked)).rejects.toMatchObject({ problem: { code: 'malformed' }, facts: { errors: [{ path }] } });
  });

  it('refuses the cursor of another search, and takes it with another limit', async () => {
    const { nextCursor } = await desk.search({ sort: 'price', limit: 2 });
    const cursor = nextCursor ?? '';
    await expect(desk.search({ sort: '-price', cursor })).rejects.toMatchObject({ facts: { errors: [{ path: 'cursor' }] } });
    await expect(desk.search({ sort: 'price', city: 'Prague', cursor })).rejects.toMatchObject({ facts: { errors: [{ path: 'cursor' }] } });
    expect((await desk.search({ sort: 'price', limit: 50, cursor })).nextCursor).toBeNull();
  });

  it.each([`'; DROP TABLE listing; --`, `%`, `_`, `\\`, `"`, `a & b | !c <-> (d`, `:*`, `$1`, '{}', '<script>alert(1)</script>', '𝕳𝖊𝖑𝖑𝖔', '‮abc', 'x'.repeat(200)])(
    'takes %j for a word like any other, wherever it is said',
    async (text) => {
      for (const asked of [{ q: text }, { city: text }, { district: text }, { host: text }, { category: text }, { tags: [text] }, { amenities: [text] }]) {
        expect((await desk.search(asked, aContext())).items).toEqual([]);
      }
      const { id } = await make(anApartment({ title: text, description: text, tags: [text], location: { city: 'Odd', district: text, lat: 0, lng: 0 } }));
      expect(await desk.get(id)).toMatchObject({ title: text, description: text, tags: [text] });
      expect((await desk.search({ district: text })).items).toMatchObject([{ id }]);
      expect((await desk.search({ tags: [text] })).items).toMatchObject([{ id }]);
    },
  );

  it('counts what there is to filter by', async () => {
    const counted = async (page: Promise<Buffer>) => (JSON.parse((await page).toString()) as { items: unknown[] }).items;
    await make(anApartment({ category: 'House', amenities: ['Wifi', 'Hammock'], location: { city: 'Ghent', district: 'Dok', lat: 51, lng: 3.7 } }));
    await make(anApartment({ category: 'house', amenities: ['wifi'], location: { city: 'ghent', lat: 51.2, lng: 3.9 } }));
    await make(anApartment({ category: 'house', amenities: ['wifi'], status: 'draft', location: { city: 'Ghent', lat: 51, lng: 3.7 } }));
    expect(await counted(desk.facets.categories({}))).toContainEqual({ code: 'house', name: { en: 'Houses', ru: 'Дома' }, count: 2, kinds: ['apartment'] });
    expect(await counted(desk.facets.amenities({ kind: 'apartment' }))).toEqual([
      { code: 'wifi', name: { en: 'Wi-Fi', ru: 'Wi-Fi' }, count: 2 },
      { code: 'hammock', name: { en: 'hammock', ru: 'hammock' }, count: 1 },
    ]);
    expect(await counted(desk.facets.cities({}))).toContainEqual({ name: expect.stringMatching(/ghent/i), count: 2, lat: expect.closeTo(51.1), lng: expect.closeTo(3.8) });
    expect(await counted(desk.facets.districts({ city: 'GHENT' }))).toEqual([{ name: 'Dok', count: 1 }]);
    const details = { startsAt: '2026-12-05T19:00:00Z', endsAt: '2026-12-05T22:00:00Z', privacy: 'followers' as const, paid: false };
    await make(anEvent({ category: 'secret', details, location: { city: 'Hidden', lat: 51, lng: 3.7 } }));
    expect(JSON.stringify([await counted(desk.facets.categories({})), await counted(desk.facets.cities({}))])).not.toMatch(/secret|hidden/i);
    expect(await counted(desk.facets.categories({ kind: 'event' }))).not.toContainEqual(expect.objectContaining({ code: 'house' }));
  });
});

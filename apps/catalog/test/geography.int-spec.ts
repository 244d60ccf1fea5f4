import type { Area, Position } from '@bookable/contracts-catalog';
import { newId } from '@bookable/kernel';
import { aContextOf, anActor, anAdmin } from '@bookable/platform-testing';
import { CatalogDesk } from './catalog-desk';
import { anApartment } from './sample-listings';

const refused = (code: string) => expect.objectContaining({ problem: expect.objectContaining({ code }) });
const box = (west: number, south: number, east: number, north: number): Position[] => [[west, south], [east, south], [east, north], [west, north], [west, south]];
const district = (ru: string, en: string, area: Area) => ({ externalId: ru, city: 'Москва', name: { ru, en }, area });
const polygon = (...rings: Position[][]): Area => ({ type: 'Polygon', coordinates: rings });

/** Two districts that touch at 37.6, the first with an enclave cut out of it, the second in two parts. */
const ARBAT = district('район Арбат', 'rajon Arbat', polygon(box(37.5, 55.7, 37.6, 55.8), box(37.54, 55.74, 37.56, 55.76)));
const ENCLAVE = district('Хамовники', 'Khamovniki', polygon(box(37.54, 55.74, 37.56, 55.76)));
const TVERSKOY = district('Тверской', 'Tverskoy', { type: 'MultiPolygon', coordinates: [[box(37.6, 55.7, 37.7, 55.8)], [box(38, 55, 38.1, 55.1)]] });
const station = (externalId: string, ru: string, en: string, lat: number, lng: number) => ({ externalId, city: 'Москва', name: { ru, en }, line: { name: { ru: 'Синяя', en: 'Blue' }, color: '0078C9' }, lat, lng });

describe('the geography of listings', () => {
  const admin = aContextOf(anAdmin());
  const owner = newId();
  let desk: CatalogDesk;

  beforeAll(async () => {
    desk = await CatalogDesk.open();
    desk.others.answers.set('auth.get-user-facts', () => ({ id: owner, name: 'Olga', avatarUrl: null, version: 1 }));
  });
  afterAll(() => desk.postgres.stop());

  const at = (lat: number, lng: number, named?: string) => desk.create(anApartment({ location: { city: 'Москва', lat, lng, district: named } }), desk.as(owner));
  const districts = (...all: ReturnType<typeof district>[]) => desk.geography.districts({ source: 'test', districts: all }, admin);
  const settle = async (districtIds?: string[], stationIds?: string[]) => {
    await desk.geography.settle({ source: 'test', districtIds, stationIds }, admin);
    await desk.placeListings.execute();
  };
  const found = async (wanted: string): Promise<string[]> => (await desk.search({ district: wanted, limit: 100 })).items.map(({ id }) => id).sort();
  const districtOf = async (id: string) => (await desk.get(id)).location.district;

  it('puts a listing into the district it lies in, and finds it by any of its names', async () => {
    await districts(ARBAT, ENCLAVE, TVERSKOY);
    const { id, location } = await at(55.71, 37.51);
    expect(location.district).toBe('район Арбат');
    for (const name of ['район Арбат', 'Арбат', 'арбат', 'rajon Arbat', 'ARBAT']) expect(await found(name)).toEqual([id]);
    expect(await found('Тверской')).toEqual([]);
  });

  it('knows holes from what is around them, and both parts of what is in two', async () => {
    const [inHole, inPart, nowhere] = [await at(55.75, 37.55), await at(55.05, 38.05), await at(54, 36)];
    expect(await Promise.all([inHole, inPart, nowhere].map(({ id }) => districtOf(id)))).toEqual(['Хамовники', 'Тверской', undefined]);
  });

  it('puts who stands on a border into one district only', async () => {
    const { id } = await at(55.75, 37.6);
    expect([await found('Арбат'), await found('Тверской')].filter((ids) => ids.includes(id))).toHaveLength(1);
    const { id: onEdge } = await at(55.74, 37.55);
    expect(await districtOf(onEdge)).toBe('Хамовники');
  });

  it('leaves the owner their own word for a district, and finds the listing by it and by the real one', async () => {
    const { id, location } = await at(55.72, 37.52, 'Old Arbat');
    expect(location.district).toBe('Old Arbat');
    expect(await found('old arbat')).toEqual([id]);
    expect(await found('Арбат')).toContain(id);
  });

  it('names the districts of a city in both languages, with how many are there', async () => {
    const { items } = JSON.parse((await desk.facets.districts({ city: 'москва' })).toString()) as { items: { name: string; names?: { en: string; ru: string }; count: number }[] };
    expect(items.find(({ name }) => name === 'Тверской')).toMatchObject({ names: { en: 'Tverskoy', ru: 'Тверской' }, count: expect.any(Number) });
  });

  it('moves listings when districts change, come or go, and changes nothing when they are the same', async () => {
    const { id } = await at(59.9, 30.3);
    const nevsky = district('Невский', 'Nevsky', polygon(box(30, 59.8, 30.5, 60)));
    await districts(nevsky);
    await settle();
    expect(await districtOf(id)).toBe('Невский');
    const before = await desk.postgres.database.query(`SELECT xmin::text AS version FROM search_entry ORDER BY listing_id`);
    await districts(nevsky, ARBAT);
    await settle();
    expect(await desk.postgres.database.query(`SELECT xmin::text AS version FROM search_entry ORDER BY listing_id`)).toEqual(before);
    await districts({ ...nevsky, name: { ru: 'Невский район', en: 'Nevsky' } });
    await settle();
    expect(await districtOf(id)).toBe('Невский район');
    await settle([ARBAT, ENCLAVE, TVERSKOY].map(({ externalId }) => externalId));
    expect(await districtOf(id)).toBeUndefined();
    expect(await found('Nevsky')).toEqual([]);
  });

  it('tells the nearest station with its line and how long the walk takes, and follows when stations change', async () => {
    const { id } = await at(55.71, 37.65);
    await desk.geography.stations({ source: 'test', stations: [station('1', 'Далёкая', 'Far', 55.78, 37.65), station('2', 'Ближняя', 'Near', 55.715, 37.65)] }, admin);
    await settle(undefined, ['1', '2']);
    const nearest = async () => (await desk.search({ city: 'Москва', limit: 100 })).items.find((one) => one.id === id)!.nearestStation;
    expect(await nearest()).toEqual({ name: { en: 'Near', ru: 'Ближняя' }, distance: 556, walkMinutes: 10, line: { name: { en: 'Blue', ru: 'Синяя' }, color: '0078C9' } });
    await settle(undefined, ['1']);
    expect(await nearest()).toMatchObject({ name: { en: 'Far' } });
    await desk.geography.stations({ source: 'test', stations: [station('1', 'Далёкая', 'Far', 55.9, 37.65)] }, admin);
    await settle();
    expect(await nearest()).toBeNull();
    await settle(undefined, []);
    expect(await nearest()).toBeNull();
  });

  it('goes on placing where it stopped, and begins anew when something changes meanwhile', async () => {
    await desk.geography.settle({ source: 'test' }, admin);
    expect(await desk.geography.read(admin)).toMatchObject({ isPlacing: true, listingsToPlace: expect.any(Number) });
    await Promise.all([desk.placeListings.execute(), desk.placeListings.execute()]);
    await desk.placeListings.execute();
    expect(await desk.geography.read(admin)).toMatchObject({ isPlacing: false, listingsToPlace: 0, districts: 3 });
  });

  it('is changed by administrators only, and nothing is told of twice', async () => {
    const somebody = aContextOf(anActor());
    for (const attempt of [() => desk.geography.districts({ source: 'test', districts: [ARBAT] }, somebody), () => desk.geography.read(somebody), () => desk.geography.settle({ source: 'test', stationIds: [] }, somebody)]) {
      expect(() => attempt()).toThrow(refused('forbidden'));
    }
    expect(() => districts(ARBAT, ARBAT)).toThrow(refused('malformed'));
  });
});

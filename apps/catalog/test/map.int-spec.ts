import { newId } from '@bookable/kernel';
import * as fc from 'fast-check';
import { CatalogDesk } from './catalog-desk';
import { anApartment } from './sample-listings';

interface Feature {
  readonly geometry: { readonly coordinates: readonly [number, number] };
  readonly properties: { readonly cluster: boolean; readonly id?: string; readonly count?: number; readonly bbox?: readonly number[]; readonly priceFrom?: { readonly amount: number; readonly currency: string } };
}

const CITY = 'Map town';

describe('a map of listings', () => {
  const owner = newId();
  let desk: CatalogDesk;
  let places: { readonly id: string; readonly lat: number; readonly lng: number; readonly amount: number }[];

  beforeAll(async () => {
    desk = await CatalogDesk.open();
    desk.others.answers.set('auth.get-user-facts', () => ({ id: owner, name: 'Olga', avatarUrl: null, version: 1 }));
    places = [];
    for (const [lat, lng, amount] of [[52.5, 13.4, 9_000], [52.5001, 13.4001, 7_000], [52.6, 13.5, 8_000], [-33.9, 151.2, 12_000], [89.9, 0, 5_000], [0, 179.9999, 100], [0, -180, 200]] as const) {
      const { id } = await desk.create(anApartment({ location: { city: CITY, lat, lng }, price: { currency: 'EUR', per: 'night', amount } }), desk.as(owner));
      places.push({ id, lat, lng, amount });
    }
  });
  afterAll(() => desk.postgres.stop());

  const features = async (asked: object): Promise<readonly Feature[]> => (await desk.map({ city: CITY, ...asked })).features as unknown as Feature[];
  const countOf = ({ properties: { cluster, count } }: Feature): number => (cluster ? count! : 1);

  it('shows what lies too close to the equator to be computed with, and takes others in beside it', async () => {
    const location = { city: 'Null island', lat: 5e-324, lng: -1e-200 };
    const { id } = await desk.create(anApartment({ location }), desk.as(owner));
    expect((await desk.get(id)).location).toMatchObject({ lat: 0, lng: 0 });
    expect((await features({ city: location.city, zoom: 22 })).map(({ properties }) => properties.id)).toEqual([id]);
  });

  it('shows places by themselves, as a list would, where they are far enough apart', async () => {
    const shown = await features({ zoom: 21 });
    expect(shown.map(({ properties }) => properties.id).sort()).toEqual(places.map(({ id }) => id).sort());
    const [berlin] = shown.filter(({ properties }) => properties.id === places[0]!.id);
    expect(berlin).toMatchObject({ type: 'Feature', geometry: { type: 'Point', coordinates: [13.4, 52.5] }, properties: { cluster: false, kind: 'apartment', location: { city: CITY } } });
  });

  it('gathers neighbours with their number, lowest price and the box to zoom into', async () => {
    const clusters = (await features({ zoom: 10 })).filter(({ properties }) => properties.cluster);
    expect(clusters).toEqual([
      expect.objectContaining({ properties: { cluster: true, count: 2, bbox: [13.4, 52.5, 13.4001, 52.5001], priceFrom: { amount: 7_000, currency: 'EUR' } } }),
    ]);
  });

  it('shows every place once at every zoom, within the boxes of its clusters', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 22 }), async (zoom) => {
        const shown = await features({ zoom });
        expect(shown.reduce((sum, feature) => sum + countOf(feature), 0)).toBe(places.length);
        for (const { geometry: { coordinates: [lng, lat] }, properties: { bbox } } of shown) {
          if (bbox) expect(bbox[0]! <= lng && lng <= bbox[2]! && bbox[1]! <= lat && lat <= bbox[3]!).toBe(true);
        }
      }),
      { numRuns: 23 },
    );
  });

  it('narrows by whatever a list narrows by, and shows nothing where nothing is', async () => {
    expect(await features({ zoom: 18, priceMax: 7_000, bbox: '13,52,14,53' })).toEqual([expect.objectContaining({ properties: expect.objectContaining({ id: places[1]!.id }) })]);
    expect(await desk.map({ city: 'Nowhere at all', zoom: 3 })).toEqual({ type: 'FeatureCollection', features: [] });
  });

  it('says what box everything found lies in', async () => {
    expect(await desk.map({ city: CITY, zoom: 5, bbox: '13,52,14,53' })).toMatchObject({ bbox: [13.4, 52.5, 13.5, 52.6] });
  });

  it('grows coarser rather than longer, and leaves nobody out', async () => {
    for (let first = 0; first < 1_200; first += 200) {
      await desk.postgres.database.query(
        `WITH wide AS (
           INSERT INTO listing SELECT made.* FROM generate_series($1::int, $1 + 199) AS n, (SELECT * FROM listing LIMIT 1) AS l,
           jsonb_populate_record(NULL::listing, to_jsonb(l) || jsonb_build_object('id', gen_random_uuid(), 'city', 'Wide', 'lat', -60 + n / 40 * 4, 'lng', -170 + n % 40 * 8)) AS made
           RETURNING listing
         ) SELECT count(catalog.shelve(wide.listing)) FROM wide`,
        [first],
      );
    }
    const { features: shown } = await desk.map({ city: 'Wide', zoom: 22 });
    expect(shown.length).toBeLessThanOrEqual(1_000);
    expect(shown.length).toBeGreaterThan(100);
    expect((shown as unknown as Feature[]).reduce((sum, feature) => sum + countOf(feature), 0)).toBe(1_200);
  });
});

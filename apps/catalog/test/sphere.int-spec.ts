import * as fc from 'fast-check';
import { boxesOf } from '../src/domain/bounding-box';
import type { Point } from '../src/domain/search-criteria';
import { Conditions } from '../src/persistence/search/conditions';
import { mapFilter } from '../src/persistence/search/map.filter';
import { BOTH_ENGINES } from './both-engines';
import { CatalogDesk } from './catalog-desk';

const RADIUS_METRES = 6_371_008.8;
/** Close to the other end of the world the arcsine loses half of its digits. */
const ROUNDING_METRES = 0.5;
const HALF_ROUND_METRES = Math.PI * RADIUS_METRES;
const PLACES_AT_ONCE = 200;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** The naive model: the haversine formula, as books have it. */
function haversine(one: Point, other: Point): number {
  const halfChord = Math.sin(radians(other.lat - one.lat) / 2) ** 2 + Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * Math.sin(radians(other.lng - one.lng) / 2) ** 2;
  return 2 * RADIUS_METRES * Math.asin(Math.sqrt(Math.min(1, halfChord)));
}

const aLatitude = fc.oneof(fc.constantFrom(-90, 90, 0, 89.9999, -89.9999, 5e-324, -1e-200), fc.double({ min: -90, max: 90, noNaN: true }));
const aLongitude = fc.oneof(fc.constantFrom(-180, 180, 0, 179.9999, -179.9999, 5e-324, -1e-200), fc.double({ min: -180, max: 180, noNaN: true }));
const aPoint: fc.Arbitrary<Point> = fc.record({ lat: aLatitude, lng: aLongitude });
const aNearbyPoint = (to: Point): fc.Arbitrary<Point> =>
  fc.record({ lat: fc.double({ min: -0.01, max: 0.01, noNaN: true }), lng: fc.double({ min: -0.01, max: 0.01, noNaN: true }) }).map((by) => ({
    lat: Math.max(-90, Math.min(90, to.lat + by.lat)), lng: Math.max(-180, Math.min(180, to.lng + by.lng)),
  }));
const somePlaces = (around: Point) => fc.array(fc.oneof(aPoint, aNearbyPoint(around), fc.constant(around)), { minLength: PLACES_AT_ONCE, maxLength: PLACES_AT_ONCE });
const aRadius = fc.oneof(fc.constantFrom(0, 5e-324, 1, 1_000, HALF_ROUND_METRES / 2, HALF_ROUND_METRES + 1), fc.double({ min: 0, max: HALF_ROUND_METRES, noNaN: true }));

describe.each(BOTH_ENGINES)('places on the sphere, on %s', (_name, on) => {
  let desk: CatalogDesk;
  beforeAll(async () => {
    desk = await CatalogDesk.open(on);
  });
  afterAll(() => desk.postgres.stop());

  /** What a condition on `e` says of each place. */
  const judged = async (places: readonly Point[], write: (where: Conditions) => string): Promise<unknown[]> => {
    const where = new Conditions();
    const [lats, lngs] = [where.bind(places.map(({ lat }) => lat)), where.bind(places.map(({ lng }) => lng))];
    const rows = await desk.postgres.database.query<{ said: unknown }>(
      `SELECT ${write(where)} AS said FROM (
         SELECT n, catalog.point(lat, lng) AS place, pg_catalog.point(lng, lat) AS spot, lat, lng
         FROM unnest(${lats}::float8[], ${lngs}::float8[]) WITH ORDINALITY AS given (lat, lng, n)) AS e ORDER BY n`,
      where.values,
    );
    return rows.map(({ said }) => said);
  };
  /** Nothing, where asking row by row and asking an index disagree. */
  const byFilter = (criteria: object) => (where: Conditions) => {
    mapFilter({ tags: [], amenities: [], sort: 'newest', ...criteria }, where, { now: new Date(0) });
    return `CASE WHEN (${where.sql}) = (${where.lookedUp}) THEN ${where.sql} END`;
  };

  it('are as far from each other as the haversine formula says, over the poles and the antimeridian too', async () => {
    await fc.assert(
      fc.asyncProperty(aPoint.chain((from) => fc.tuple(fc.constant(from), somePlaces(from))), async ([from, places]) => {
        const metres = await judged(places, (where) => `catalog.distance(e.place, catalog.point(${where.bind(from.lat)}, ${where.bind(from.lng)}))`);
        const wrong = places.filter((place, index) => Math.abs(Number(metres[index]) - haversine(from, place)) > ROUNDING_METRES);
        expect(wrong).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('are within a radius just where they are no further, from none at all to all of the globe', async () => {
    await fc.assert(
      fc.asyncProperty(aPoint.chain((from) => fc.tuple(fc.constant(from), somePlaces(from))), aRadius, async ([point, places], radius) => {
        const within = await judged(places, byFilter({ point, radius }));
        expect(within).toHaveLength(places.length);
        const wrong = places.filter((place, index) => {
          const metres = haversine(point, place);
          return Math.abs(metres - radius) > ROUNDING_METRES && within[index] !== metres < radius;
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('are where they are with a radius of nothing, under each name of a pole and of the antimeridian', async () => {
    const within = async (point: Point, place: Point) => (await judged([place], byFilter({ point, radius: 0.01 })))[0];
    expect(await within({ lat: 90, lng: 0 }, { lat: 90, lng: 135 })).toBe(true);
    expect(await within({ lat: -17, lng: 180 }, { lat: -17, lng: -180 })).toBe(true);
    expect((await judged([{ lat: 55.75, lng: 37.61 }], byFilter({ point: { lat: 55.75, lng: 37.61 }, radius: 0 })))[0]).toBe(true);
    expect((await judged([{ lat: 55.7501, lng: 37.61 }], byFilter({ point: { lat: 55.75, lng: 37.61 }, radius: 0 })))[0]).toBe(false);
  });

  it('are on a map just where their degrees are between its sides, also when it crosses the antimeridian', async () => {
    const degrees = fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -90, max: 90 }), fc.integer({ min: -180, max: 180 }), fc.integer({ min: -90, max: 90 }));
    const onWhole = fc.record({ lat: fc.integer({ min: -90, max: 90 }), lng: fc.integer({ min: -180, max: 180 }) });
    await fc.assert(
      fc.asyncProperty(degrees, fc.array(fc.oneof(aPoint, onWhole), { minLength: PLACES_AT_ONCE, maxLength: PLACES_AT_ONCE }), async ([west, one, east, other], places) => {
        const [south, north] = [Math.min(one, other), Math.max(one, other)];
        const seen = await judged(places, byFilter({ boxes: boxesOf(`${west},${south},${east},${north}`) }));
        const isSeen = ({ lat, lng }: Point) => lat >= south && lat <= north && (west <= east ? lng >= west && lng <= east : lng >= west || lng <= east);
        // The type box counts what is closer than a millionth of a degree to a side as within.
        const isClose = ({ lat, lng }: Point) => [lat - south, lat - north, lng - west, lng - east].some((apart) => apart !== 0 && Math.abs(apart) < 1e-5);
        expect(places.filter((place, index) => !isClose(place) && seen[index] !== isSeen(place))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

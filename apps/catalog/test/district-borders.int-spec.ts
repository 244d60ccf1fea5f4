import type { Area, DistrictTerms, Position } from '@bookable/contracts-catalog';
import { aContextOf, anAdmin } from '@bookable/platform-testing';
import * as fc from 'fast-check';
import { faultOfBorder, partsOnGrid } from '../src/domain/area-on-grid';
import type { GridPoint } from '../src/domain/grid-ring';
import { covers } from './area-model';
import { BOTH_ENGINES } from './both-engines';
import { CatalogDesk } from './catalog-desk';

const admin = aContextOf(anAdmin());
const district = (externalId: string, area: Area): DistrictTerms => ({ externalId, city: 'Somewhere', name: { en: externalId, ru: externalId }, area });
const polygon = (...rings: Position[][]): Area => ({ type: 'Polygon', coordinates: rings });
const parts = (...all: Position[][][]): Area => ({ type: 'MultiPolygon', coordinates: all });
const square = (west: number, south: number, east: number, north: number): Position[] => [[west, south], [east, south], [east, north], [west, north], [west, south]];

const COARSE = 1e-6;
const coarse = fc.integer({ min: -12, max: 12 });

/** Stars around a middle with a smaller star cut out: on so coarse a grid that places often fall on borders and corners. */
const aStar = fc.record({ x: coarse, y: coarse, arms: fc.array(fc.integer({ min: 3, max: 12 }), { minLength: 3, maxLength: 9 }), hole: fc.boolean() }).map(({ x, y, arms, hole }) => {
  const ring = (share: number) => {
    const corners = arms.map((length, index): Position => {
      const angle = (2 * Math.PI * index) / arms.length;
      return [Math.round(x + share * length * Math.cos(angle)) * COARSE, Math.round(y + share * length * Math.sin(angle)) * COARSE];
    });
    return [...corners, corners[0]!];
  };
  return hole ? polygon(ring(1), ring(0.4)) : polygon(ring(1));
});

describe.each(BOTH_ENGINES)('borders of districts on %s', (_name, on) => {
  let desk: CatalogDesk;
  beforeAll(async () => {
    desk = await CatalogDesk.open(on);
  });
  afterAll(() => desk.postgres.stop());

  const told = async (districts: DistrictTerms[]) => {
    await desk.geography.districts({ source: 'test', districts }, admin);
    await desk.geography.settle({ source: 'test', districtIds: districts.map(({ externalId }) => externalId) }, admin);
  };
  const at = async (lat: number, lng: number) => {
    const [row] = await desk.postgres.database.query<{ name: string | null }>('SELECT (SELECT name_en FROM district WHERE id = catalog.district_at($1, $2)) AS name', [lat, lng]);
    return row!.name;
  };

  it('are computed by PostGIS just where it is', async () => {
    const [row] = await desk.postgres.database.query<{ isThere: boolean; isUsed: boolean }>(`
      SELECT EXISTS (SELECT FROM pg_available_extensions WHERE name = 'postgis') AS "isThere",
        EXISTS (SELECT FROM information_schema.columns WHERE table_name = 'district' AND column_name = 'shape') AS "isUsed"`);
    expect(row!.isUsed).toBe(row!.isThere);
    if (on.isEmbedded) expect(row!.isThere).toBe(false);
  });

  it('cover what a naive model says, borders and corners included', async () => {
    const plain = async (count: number, places: readonly GridPoint[]) =>
      desk.postgres.database.query<{ id: string; x: number; y: number; isIn: boolean }>(
        `SELECT external_id AS id, place.x, place.y, catalog.covers(d.id, place.x, place.y) AS "isIn"
         FROM district AS d, unnest($1::int[], $2::int[]) AS place (x, y) WHERE external_id::int < $3`,
        [places.map(([x]) => x), places.map(([, y]) => y), count],
      );
    const places: GridPoint[] = [];
    for (let x = -260; x <= 260; x += 10) for (let y = -130; y <= 130; y += 10) places.push([x, y + ((x / 10) % 2 === 0 ? 0 : 5)]);
    await fc.assert(
      fc.asyncProperty(fc.array(aStar.filter((star) => faultOfBorder(star) === undefined), { minLength: 8, maxLength: 8 }), async (stars) => {
        await told(stars.map((star, index) => district(String(index), star)));
        const areas = stars.map(partsOnGrid);
        const wrong = (await plain(stars.length, places)).filter(({ id, x, y, isIn }) => isIn !== covers(areas[Number(id)]!, [x, y]));
        expect(wrong).toEqual([]);
      }),
      { numRuns: 6 },
    );
  });

  it('are exact to the last step at the size of the earth', async () => {
    const half = polygon([[-180, -90], [0, 0], [180, 90], [0, 90], [-180, 90], [-180, -90]]);
    await told([district('0', half)]);
    expect(await at(45, 90)).toBe('0');
    expect(await at(44.9999999, 90)).toBeNull();
    expect(await at(45, 90.0000001)).toBeNull();
    expect(await at(45.0000001, 90)).toBe('0');
  });

  it('leave holes out, take islands in, and belong to the district themselves', async () => {
    const ring = parts([square(0, 0, 9, 9), square(3, 3, 6, 6)], [square(4, 4, 5, 5)], [square(20, 0, 21, 1)]);
    await told([district('ring', ring)]);
    expect(await Promise.all([at(1, 1), at(3.5, 3.5), at(4.5, 4.5), at(3, 4), at(0, 0), at(9, 4.5), at(0.5, 20.5), at(10, 10)])).toEqual(
      ['ring', null, 'ring', 'ring', 'ring', 'ring', 'ring', null]);
  });

  it('between two belong to the smaller, and so does what lies in both', async () => {
    await told([district('big', polygon(square(0, 0, 10, 10))), district('small', polygon(square(10, 0, 12, 10))), district('inner', polygon(square(1, 1, 2, 2)))]);
    expect(await Promise.all([at(5, 10), at(1.5, 1.5), at(5, 5), at(5, 11)])).toEqual(['small', 'inner', 'big', 'small']);
  });

  it('meet at the antimeridian, which has two names', async () => {
    await told([district('fiji', parts([square(179, -18, 180, -16)], [square(-180, -18, -179, -16)]))]);
    expect(await Promise.all([at(-17, 180), at(-17, -180), at(-17, 179.5), at(-17, -179.5), at(-17, 0)])).toEqual(['fiji', 'fiji', 'fiji', 'fiji', null]);
    await told([district('east', polygon(square(179, -18, 180, -16)))]);
    expect(await Promise.all([at(-17, 180), at(-17, -180), at(-17, -179.5)])).toEqual(['east', 'east', null]);
  });

  it('reach the poles', async () => {
    await told([district('cap', polygon([[-180, 80], [0, 80], [180, 80], [180, 90], [0, 90], [-180, 90], [-180, 80]]))]);
    expect(await Promise.all([at(90, 0), at(90, 180), at(80, -33), at(79.9999, 0)])).toEqual(['cap', 'cap', 'cap', null]);
  });

  it('are refused by name where they cross themselves', async () => {
    const eight = district('Восьмёрка', polygon([[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]));
    await expect(told([district('a', polygon(square(0, 0, 1, 1))), eight])).rejects.toMatchObject({
      problem: { code: 'malformed' }, facts: { errors: [{ path: 'districts.1.area', message: expect.stringMatching(/^of Восьмёрка has a border that crosses/) }] },
    });
  });

  it('answer the same when PostGIS is left, and when it is taken up again', async () => {
    await told([district('a', polygon(square(0, 0, 9, 9), square(3, 3, 6, 6)))]);
    const answers = () => Promise.all([at(1, 1), at(4, 4), at(3, 4), at(12, 12)]);
    const before = await answers();
    await desk.postgres.database.query('SELECT catalog.leave_postgis()');
    expect(await answers()).toEqual(before);
    await told([district('a', polygon(square(0, 0, 9, 9), square(3, 3, 6, 6))), district('b', polygon(square(11, 11, 13, 13)))]);
    await desk.postgres.database.query('SELECT catalog.adopt_postgis()');
    expect(await answers()).toEqual(['a', null, 'a', 'b']);
  });
});

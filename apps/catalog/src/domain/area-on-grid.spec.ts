import { type Area, faultOfBorder, partsOnGrid } from './area-on-grid';

type Positions = readonly (readonly number[])[];
const square = (west: number, south: number, east: number, north: number): Positions => [[west, south], [east, south], [east, north], [west, north], [west, south]];
const polygon = (...rings: Positions[]): Area => ({ type: 'Polygon', coordinates: rings });
const parts = (...all: Positions[][]): Area => ({ type: 'MultiPolygon', coordinates: all });

describe('an area', () => {
  it('is taken on a grid of whole steps, without heights and without corners that fall together', () => {
    expect(partsOnGrid(polygon([[0, 0, 12], [1.00000004, 0, 12], [1.00000001, 0], [1, -1.00000006], [-0.00000001, 0]]))).toEqual(
      [[[[0, 0], [10_000_000, 0], [10_000_000, -10_000_001], [0, 0]]]]);
    expect(partsOnGrid(parts([square(0, 0, 1, 1)], [square(2, 0, 3, 1)]))).toHaveLength(2);
  });

  it.each([
    ['a hole', polygon(square(0, 0, 9, 9), square(3, 3, 6, 6))],
    ['a hole the other way round', polygon(square(0, 0, 9, 9), [...square(3, 3, 6, 6)].reverse())],
    ['a hole that touches the border in one place', polygon(square(0, 0, 9, 9), [[0, 5], [2, 4], [2, 6], [0, 5]])],
    ['an island in a hole', parts([square(0, 0, 9, 9), square(3, 3, 6, 6)], [square(4, 4, 5, 5)])],
    ['two parts that touch in a corner', parts([square(0, 0, 1, 1)], [square(1, 1, 2, 2)])],
    ['the size of the earth', polygon([[-180, -90], [0, -90], [180, -90], [180, 90], [0, 90], [-180, 90], [-180, -90]])],
  ])('is sound with %s', (_what, area) => {
    expect(faultOfBorder(area)).toBeUndefined();
  });

  it.each([
    ['corners in one place', polygon([[0, 0], [0, 0], [0, 0.00000001], [0, 0]]), 'fewer than three corners'],
    ['a figure of eight', polygon([[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]), 'crosses or touches itself'],
    ['a spike', polygon([[0, 0], [4, 0], [4, 4], [4, 8], [4, 4], [0, 4], [0, 0]]), 'crosses or touches itself'],
    ['a hole over the border', polygon(square(0, 0, 4, 4), square(3, 1, 5, 2)), 'crosses or touches itself'],
    ['a hole outside', polygon(square(0, 0, 4, 4), square(5, 5, 6, 6)), 'a hole outside'],
    ['a part within another', parts([square(0, 0, 9, 9)], [square(1, 1, 2, 2)]), 'a part within another'],
    ['a jump over the antimeridian', polygon([[179, 0], [-179, 0], [-179, 1], [179, 1], [179, 0]]), 'antimeridian'],
  ])('is refused with %s', (_what, area, reason) => {
    expect(faultOfBorder(area)).toContain(reason);
  });
});

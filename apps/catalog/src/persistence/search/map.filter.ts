import type { Box } from '../../domain/bounding-box';
import { type Conditions, once } from './conditions';
import type { Filter } from './filter';

/** The corners as numbers for a row, and as boxes for the index over all spots. */
function isInBox({ west, south, east, north }: Box, where: Conditions): { readonly row: string; readonly spot: string } {
  const [w, s, e, n] = [west, south, east, north].map((degrees) => `${where.bind(degrees)}::float8`);
  return { row: `e.lng BETWEEN ${w} AND ${e} AND e.lat BETWEEN ${s} AND ${n}`, spot: `e.spot <@ ${once(`box(point(${w}, ${s}), point(${e}, ${n}))`)}` };
}

/** A circle around a point, and rectangles of the map. */
export const mapFilter: Filter = ({ point, radius, boxes, sort }, where) => {
  if (point && radius !== undefined) {
    const [lat, lng, metres] = [point.lat, point.lng, radius].map((number) => `${where.bind(number)}::float8`);
    const isWithin = `(e.place <-> ${once(`catalog.point(${lat}, ${lng})`)}) <= ${once(`catalog.chord(${metres})`)}`;
    const byIndex = `e.place <@ ${once(`catalog.around(${lat}, ${lng}, ${metres})`)} AND ${isWithin}`;
    // From near to far, rows are walked within the circle, so that the walk ends at its edge.
    if (sort === 'distance') where.require(byIndex, { isScope: true });
    else where.require(isWithin, { isWide: true, lookUp: byIndex });
  }
  if (boxes) {
    const within = boxes.map((box) => isInBox(box, where));
    where.require(`(${within.map(({ row }) => row).join(' OR ')})`, { isWide: true, lookUp: `(${within.map(({ spot }) => spot).join(' OR ')})` });
  }
};

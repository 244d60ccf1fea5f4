import type { Filter } from './filter';

/** A circle around a point, and rectangles of the map. */
export const mapFilter: Filter = ({ point, radius, boxes }, where) => {
  if (point && radius !== undefined) {
    where.require(`catalog.within(e.place, ${where.bind(point.lat)}, ${where.bind(point.lng)}, ${where.bind(radius)})`);
  }
  if (boxes) {
    const corners = boxes.map(({ west, south, east, north }) => [`(${west},${south})`, `(${east},${north})`]);
    const within = corners.map(([from, to]) => `e.spot <@ box(${where.bind(from)}::point, ${where.bind(to)}::point)`);
    where.require(`(${within.join(' OR ')})`);
  }
};

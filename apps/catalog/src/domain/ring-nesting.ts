import type { GridPoint, Ring } from './grid-ring';
import { side } from './ring-crossing';

/** Whether every hole lies in its own polygon, and no polygon in another but in a hole of it. For rings that do not cross. */
export function isNested(polygons: readonly (readonly Ring[])[]): boolean {
  const rings = polygons.flat();
  if (rings.length === 1) return true;
  const depthOf = (ring: Ring) => rings.filter((other) => other !== ring && liesIn(ring, other)).length;
  return polygons.every(([outer, ...holes]) => depthOf(outer!) % 2 === 0 && holes.every((hole) => depthOf(hole) % 2 === 1 && liesIn(hole, outer!)));
}

/** One corner that is not upon the other ring decides, as the rings do not cross. */
function liesIn(ring: Ring, other: Ring): boolean {
  const corner = ring.find((place) => !isUpon(place, other));
  return corner !== undefined && isInside(corner, other);
}

function isUpon(place: GridPoint, ring: Ring): boolean {
  return ring.slice(1).some((to, index) => {
    const from = ring[index]!;
    const isBetween = ([0, 1] as const).every((axis) => place[axis] >= Math.min(from[axis], to[axis]) && place[axis] <= Math.max(from[axis], to[axis]));
    return isBetween && side(from, to, place) === 0;
  });
}

/** A line from the place to the east meets the ring an odd number of times. */
function isInside(place: GridPoint, ring: Ring): boolean {
  const met = ring.slice(1).filter((to, index) => {
    const from = ring[index]!;
    if (from[1] > place[1] === to[1] > place[1]) return false;
    return side(from, to, place) === (to[1] > from[1] ? 1 : -1);
  });
  return met.length % 2 === 1;
}

import type { GridPoint, Ring } from '../src/domain/grid-ring';

const turn = ([ax, ay]: GridPoint, [bx, by]: GridPoint, [x, y]: GridPoint) => BigInt(bx - ax) * BigInt(y - ay) - BigInt(by - ay) * BigInt(x - ax);

function isUpon(ring: Ring, [x, y]: GridPoint): boolean {
  return ring.slice(1).some(([bx, by], index) => {
    const [ax, ay] = ring[index]!;
    return turn([ax, ay], [bx, by], [x, y]) === 0n && x >= Math.min(ax, bx) && x <= Math.max(ax, bx) && y >= Math.min(ay, by) && y <= Math.max(ay, by);
  });
}

/** How often a ring goes around a place, by the quarters of the plane it walks through as seen from there. */
function isAround(ring: Ring, place: GridPoint): boolean {
  const quarter = ([x, y]: GridPoint) => (y >= place[1] ? (x >= place[0] ? 0 : 1) : x < place[0] ? 2 : 3);
  let quarters = 0;
  for (const [index, to] of ring.slice(1).entries()) {
    const from = ring[index]!;
    const step = (quarter(to) - quarter(from) + 4) % 4;
    quarters += step === 2 ? (turn(from, to, place) > 0n ? 2 : -2) : step === 3 ? -1 : step;
  }
  return quarters !== 0;
}

/** Whether the parts of an area cover a place: said in plain words, and in another way than the database computes it. */
export function covers(parts: readonly (readonly Ring[])[], place: GridPoint): boolean {
  return parts.some(([outer, ...holes]) => {
    if ([outer!, ...holes].some((ring) => isUpon(ring, place))) return true;
    return isAround(outer!, place) && !holes.some((hole) => isAround(hole, place));
  });
}

import type { GridPoint, Ring } from './grid-ring';

interface Edge {
  readonly from: GridPoint;
  readonly to: GridPoint;
  readonly ring: number;
  /** Its place in the ring, and how many there are. */
  readonly place: number;
  readonly of: number;
}

/** Where two edges of an area cross or lie upon each other; undefined where it is sound. Rings may touch in a single place. */
export function crossingIn(rings: readonly Ring[]): GridPoint | undefined {
  const edges = rings.flatMap((ring, index) => ring.slice(1).map((to, place) => ({ from: ring[place]!, to, ring: index, place, of: ring.length - 1 })));
  edges.sort((one, other) => westOf(one) - westOf(other));
  for (const [index, edge] of edges.entries()) {
    const east = Math.max(edge.from[0], edge.to[0]);
    for (let next = index + 1; next < edges.length && westOf(edges[next]!) <= east; next += 1) {
      if (cross(edge, edges[next]!)) return edge.from;
    }
  }
  return undefined;
}

const westOf = ({ from, to }: Edge) => Math.min(from[0], to[0]);

/** On which side of a line a place lies: 1, -1, or 0 upon it. Whole numbers beyond 2^53 come up, so these are big. */
export function side([fromX, fromY]: GridPoint, [toX, toY]: GridPoint, [x, y]: GridPoint): number {
  const turn = BigInt(toX - fromX) * BigInt(y - fromY) - BigInt(toY - fromY) * BigInt(x - fromX);
  return turn > 0n ? 1 : turn < 0n ? -1 : 0;
}

function liesOn({ from, to }: Edge, place: GridPoint): boolean {
  const between = (axis: 0 | 1) => place[axis] >= Math.min(from[axis], to[axis]) && place[axis] <= Math.max(from[axis], to[axis]);
  return between(0) && between(1) && side(from, to, place) === 0;
}

/** Neighbours meet in their common corner, two rings in a single place. */
function cross(one: Edge, other: Edge): boolean {
  if (isApart(one, other)) return false;
  const sides = [side(one.from, one.to, other.from), side(one.from, one.to, other.to), side(other.from, other.to, one.from), side(other.from, other.to, one.to)];
  if (sides[0]! * sides[1]! < 0 && sides[2]! * sides[3]! < 0) return true;
  const shared = [other.from, other.to].filter((place) => liesOn(one, place)).concat([one.from, one.to].filter((place) => liesOn(other, place)));
  const places = new Set(shared.map(([x, y]) => `${x},${y}`));
  if (places.size === 0) return false;
  return places.size > 1 || (one.ring === other.ring && !isNeighbour(one, other));
}

function isNeighbour(one: Edge, other: Edge): boolean {
  const apart = Math.abs(one.place - other.place);
  return apart === 1 || apart === one.of - 1;
}

function isApart(one: Edge, other: Edge): boolean {
  return Math.max(one.from[1], one.to[1]) < Math.min(other.from[1], other.to[1]) || Math.min(one.from[1], one.to[1]) > Math.max(other.from[1], other.to[1]);
}

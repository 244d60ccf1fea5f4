import type { Ring } from './grid-ring';
import { crossingIn } from './ring-crossing';
import { isNested } from './ring-nesting';

/** Steps of the grid in a degree: eleven millimetres, finer than any border is known. */
const STEPS = 10_000_000;
const HALF_THE_GLOBE = 180 * STEPS;

/** An area as GeoJSON has it; of a position, what may come after longitude and latitude is of no concern. */
export interface Area {
  readonly type: 'Polygon' | 'MultiPolygon';
  readonly coordinates: readonly unknown[];
}

/** The parts of an area on the grid, each a ring around it and rings around what is cut out (RFC 7946, 3.1.6). */
export function partsOnGrid({ type, coordinates }: Area): Ring[][] {
  const parts = (type === 'Polygon' ? [coordinates] : coordinates) as readonly (readonly (readonly (readonly number[])[])[])[];
  return parts.map((rings) => rings.map((ring) => withoutRepetition(ring.map(([lng = 0, lat = 0]) => [onGrid(lng), onGrid(lat)] as const))));
}

/** The nearest step; `catalog.on_grid` is the same in the database. */
function onGrid(degrees: number): number {
  return Math.sign(degrees) * Math.floor(Math.abs(degrees) * STEPS + 0.5) || 0;
}

function withoutRepetition(ring: Ring): Ring {
  return ring.filter(([x, y], index) => index === 0 || x !== ring[index - 1]![0] || y !== ring[index - 1]![1]);
}

/** Why nobody could say for sure what lies in this area; undefined where everybody can. The area is well-formed by itself. */
export function faultOfBorder(area: Area): string | undefined {
  const parts = partsOnGrid(area);
  const rings = parts.flat();
  if (rings.some((ring) => ring.length < 4)) return 'has a ring of fewer than three corners';
  if (rings.some((ring) => ring.some(([x], index) => index > 0 && Math.abs(x - ring[index - 1]![0]) > HALF_THE_GLOBE))) return 'jumps over the antimeridian, where it should be cut in two';
  const crossing = crossingIn(rings);
  if (crossing) return `has a border that crosses or touches itself near ${crossing.map((steps) => steps / STEPS).join(', ')}`;
  return isNested(parts) ? undefined : 'has a hole outside of its part, or a part within another';
}

/** A rectangle on the map in degrees; west is never beyond east. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

const isLatitude = (degrees: number) => Math.abs(degrees) <= 90;
const isLongitude = (degrees: number) => Math.abs(degrees) <= 180;

/**
 * Reads `west,south,east,north`. A map that crosses the antimeridian has its west beyond its east, and becomes two boxes.
 * Answers undefined where the four are not degrees, or south lies above north.
 */
export function boxesOf(text: string): Box[] | undefined {
  const [west = NaN, south = NaN, east = NaN, north = NaN, ...more] = text.split(',').map(Number);
  const isWellFormed = more.length === 0 && isLongitude(west) && isLongitude(east) && isLatitude(south) && isLatitude(north) && south <= north;
  if (!isWellFormed) return undefined;
  if (west <= east) return [{ west, south, east, north }];
  return [
    { west, south, east: 180, north },
    { west: -180, south, east, north },
  ];
}

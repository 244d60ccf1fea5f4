import { ValidateBy, type ValidationOptions } from 'class-validator';

/** An area on the map, as GeoJSON has it (RFC 7946, 3.1.6 and 3.1.7); longitude comes before latitude. */
export interface Area {
  readonly type: 'Polygon' | 'MultiPolygon';
  readonly coordinates: readonly Ring[] | readonly (readonly Ring[])[];
}

/** A position, `[longitude, latitude]` in degrees. */
export type Position = readonly [lng: number, lat: number];

/** A closed line: at least four positions, the last of which is the first again. */
export type Ring = readonly Position[];

/** More than any district needs, and little enough to be looked at quickly. */
const POSITIONS_AT_MOST = 20_000;
const HALF_THE_GLOBE_DEGREES = 180;

/** The parts of an area, each a ring around it and rings around what is cut out of it. */
export function partsOf({ type, coordinates }: Area): readonly (readonly Ring[])[] {
  return type === 'Polygon' ? [coordinates as readonly Ring[]] : (coordinates as readonly (readonly Ring[])[]);
}

function isPosition(value: unknown): value is Position {
  return Array.isArray(value) && value.length >= 2 && value.length <= 3 && value.every((one) => typeof one === 'number' && Number.isFinite(one)) && Math.abs(value[0] as number) <= 180 && Math.abs(value[1] as number) <= 90;
}

/** Areas across the antimeridian are cut in two there (RFC 7946, 3.1.9), so no ring spans half the globe. */
function isRing(value: unknown): value is Ring {
  if (!Array.isArray(value) || value.length < 4 || !value.every(isPosition)) return false;
  const [first, last] = [value[0]!, value.at(-1)!];
  const longitudes = value.map(([lng]) => lng);
  return first[0] === last[0] && first[1] === last[1] && Math.max(...longitudes) - Math.min(...longitudes) < HALF_THE_GLOBE_DEGREES;
}

const isPart = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every(isRing);

/** Whether a value is an area: `Polygon` or `MultiPolygon`, of closed rings on the globe, not too long. */
export function isArea(value: unknown): value is Area {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { type, coordinates, ...others } = value as { readonly type?: unknown; readonly coordinates?: unknown };
  if (Object.keys(others).length > 0) return false;
  if (!Array.isArray(coordinates) || coordinates.length === 0 || coordinates.length > POSITIONS_AT_MOST) return false;
  const isWellFormed = type === 'Polygon' ? isPart(coordinates) : type === 'MultiPolygon' && coordinates.every(isPart);
  return isWellFormed && partsOf(value as Area).flat().reduce((sum, ring) => sum + ring.length, 0) <= POSITIONS_AT_MOST;
}

/** An area of the map, as GeoJSON. */
export function IsArea(options?: ValidationOptions): PropertyDecorator {
  const defaultMessage = () => `$property must be a GeoJSON Polygon or MultiPolygon of closed rings, [longitude, latitude], with at most ${POSITIONS_AT_MOST} positions, cut in two at the antimeridian`;
  return ValidateBy({ name: 'isArea', validator: { validate: isArea, defaultMessage } }, options);
}

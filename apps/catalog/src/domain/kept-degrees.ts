/** A tenth of a millimetre on the ground. */
const SMALLEST_DEGREES = 1e-9;

/**
 * Degrees as they are kept: what is too near to nothing to be computed with is nothing. One listing at a latitude of
 * 5e-324 would otherwise make Postgres fail ("underflow") on every other that comes to lie beside it in an index.
 */
export function keptDegrees(degrees: number): number {
  return Math.abs(degrees) < SMALLEST_DEGREES ? 0 : degrees;
}

import { makeExactValidator } from 'envalid';
import { BadValue } from './config-error';

const DECIMAL = /^-?\d{1,15}(\.\d{1,9})?$/;
const DURATION = /^(\d{1,9})(ms|s|m|h|d)$/;
const UNIT_MS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

function numberBetween(input: string, min: number, max: number, isFit: (value: number) => boolean, what: string): number {
  const value = DECIMAL.test(input.trim()) ? Number(input) : Number.NaN;
  if (!isFit(value) || value < min || value > max) throw new BadValue(`must be ${what} from ${min} to ${max}`);
  return value;
}

/** A whole number within bounds, both included. */
export const integer = (min: number, max: number) =>
  makeExactValidator<number>((input) => numberBetween(input, min, max, Number.isSafeInteger, 'a whole number'));

/** A number within bounds, both included. */
export const decimal = (min: number, max: number) =>
  makeExactValidator<number>((input) => numberBetween(input, min, max, Number.isFinite, 'a number'));

/** A TCP port; 0 where the machine may choose one. */
export const port = integer(0, 65_535);

/** A length of time such as `500ms`, `30s`, `15m`, `24h` or `7d`, answered in milliseconds. */
export const durationMs = makeExactValidator<number>((input) => {
  const [, count, unit] = DURATION.exec(input.trim()) ?? [];
  if (count === undefined || unit === undefined) throw new BadValue('must be a length of time in ms, s, m, h or d');
  return Number(count) * UNIT_MS[unit as keyof typeof UNIT_MS];
});

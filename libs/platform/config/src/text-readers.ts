import { makeExactValidator, makeValidator } from 'envalid';
import { BadValue } from './config-error';

const PLACEHOLDERS = /^(?:change.?me|secret|password|default|example|placeholder|test)\W*$/i;

/** Any text; with `choices`, one of them. */
export const text = makeValidator<string>((input) => input.trim());

/**
 * A password, key or token. There is no default for one: leave it required, or give `default: undefined` and do without.
 * Line breaks may be written as `\n`, which lets a PEM key stand in one line.
 */
export const secret = makeExactValidator<string>((input) => {
  const value = input.trim().replaceAll('\\n', '\n');
  if (value.length < 8 || PLACEHOLDERS.test(value)) throw new BadValue('must be a real secret of at least 8 characters');
  return value;
});

/** Texts with commas between them; blanks around each are dropped. */
export const list = makeExactValidator<readonly string[]>((input) =>
  input
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);

const YES = new Set(['on', 'true', 'yes', '1']);
const NO = new Set(['off', 'false', 'no', '0']);

/** A switch: on or off, true or false, yes or no, 1 or 0. */
export const flag = makeExactValidator<boolean>((input) => {
  const word = input.trim().toLowerCase();
  if (YES.has(word)) return true;
  if (NO.has(word)) return false;
  throw new BadValue('must be on or off');
});

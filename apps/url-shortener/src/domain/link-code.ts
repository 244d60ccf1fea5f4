/** Digits and letters nobody mistakes for one another when reading aloud or copying by hand. */
const ALPHABET = '346789ABCDEFGHJKLMNPQRTUVWXYabcdefghijkmnpqrtwxyz';

/**
 * 49 characters in ten places make 8·10¹⁶ codes: with eighty million links in use a guesser
 * still needs a thousand million tries for one hit.
 */
const CODE_LENGTH = 10;

/** Makes a code; `pick` answers a whole number from 0 up to, not including, the number of choices. */
export function linkCode(pick: (choices: number) => number): string {
  return Array.from({ length: CODE_LENGTH }, () => ALPHABET.charAt(pick(ALPHABET.length))).join('');
}

/** Whether a slug can stand in an address as it is, without being mistaken for punctuation around it. */
export function slugIsAllowed(slug: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_-]{1,62}[A-Za-z0-9]$/.test(slug);
}

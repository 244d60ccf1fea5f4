import { randomBytes } from 'node:crypto';

const SALT_BYTES = 16;

/** A salt that nobody has had before, in hexadecimal. */
export function newSalt(): string {
  return randomBytes(SALT_BYTES).toString('hex');
}

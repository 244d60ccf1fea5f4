import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { seal, unseal } from '@bookable/platform-sealing';

const TOKEN_BYTES = 32;
const SEALING_KEY_BYTES = 32;

/** A token that says nothing and cannot be guessed. */
export function newOpaqueToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** What is kept of a token. A fast hash will do: 256 random bits cannot be searched. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Seals the next token so that only who holds the present one can open it; the database alone opens nothing. */
export function sealSuccessor(token: string, successor: string): Buffer {
  return seal(successorKey(token), successor);
}

/** Opens what `sealSuccessor` sealed. */
export function openSuccessor(token: string, sealed: Buffer): string | undefined {
  return unseal(successorKey(token), sealed);
}

function successorKey(token: string): Buffer {
  return Buffer.from(hkdfSync('sha256', token, '', 'refresh token successor', SEALING_KEY_BYTES));
}

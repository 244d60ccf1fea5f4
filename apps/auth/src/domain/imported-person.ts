import { createHash } from 'node:crypto';

/** By what somebody was known elsewhere; the pair belongs to one account for ever. */
export interface ExternalIdentity {
  readonly source: string;
  readonly externalId: string;
}

const FITS_AN_ADDRESS = /^[a-z0-9](?:[a-z0-9_-]{0,28}[a-z0-9])?$/;
const DIGEST_LENGTH = 32;

/**
 * The address of an account that nobody opened: one that by definition reaches nobody, and tells where it came from.
 * Addresses are compared without case and allow few characters, so an id that needs more is told by its digest.
 */
export function importedAddress({ source, externalId }: ExternalIdentity): string {
  const local = FITS_AN_ADDRESS.test(externalId) ? externalId : createHash('sha256').update(externalId).digest('hex').slice(0, DIGEST_LENGTH);
  return `${source}-${local}@imported.invalid`;
}

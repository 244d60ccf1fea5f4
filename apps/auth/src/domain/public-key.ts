import { createHash } from 'node:crypto';

/** The public half of a P-256 key (RFC 7518, section 6.2). */
export interface PublicJwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

/** Whether a key is one that ES256 signs with. */
export function isP256(jwk: object): jwk is PublicJwk {
  return 'kty' in jwk && jwk.kty === 'EC' && 'crv' in jwk && jwk.crv === 'P-256' && 'x' in jwk && 'y' in jwk;
}

/** The key's name, which follows from the key itself (RFC 7638). */
export function keyThumbprint({ crv, kty, x, y }: PublicJwk): string {
  return createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
}

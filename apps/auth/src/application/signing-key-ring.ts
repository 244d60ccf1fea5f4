import type { KeyObject } from 'node:crypto';
import type { JwksView, JwkView } from '@bookable/contracts-auth';
import type { PublicJwk } from '../domain/public-key';

/** The key that signs at this moment. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
}

/** Where the keys of access tokens come from: given by the environment, or made and rotated by ourselves. */
export abstract class SigningKeyRing {
  /** The key to sign with now. */
  abstract signingKey(): SigningKey;

  /** Every key a token in use may be signed with, and the next one. */
  abstract published(): JwksView;

  /** Takes in what has changed since. */
  abstract reload(): Promise<void>;
}

/** A public key as verifiers read it. */
export function jwkView(kid: string, { kty, crv, x, y }: PublicJwk): JwkView {
  return { kty, crv, x, y, kid, use: 'sig', alg: 'ES256' };
}

import { createPrivateKey, createPublicKey } from 'node:crypto';
import type { JwksView } from '@bookable/contracts-auth';
import { isP256, keyThumbprint } from '../domain/public-key';
import { type SigningKey, SigningKeyRing, jwkView } from './signing-key-ring';

/** One key, given by the environment: whoever set it rotates it. */
export class ConfiguredKeyRing extends SigningKeyRing {
  private readonly key: SigningKey;
  private readonly keys: JwksView;

  constructor(privateKeyPem: string) {
    super();
    const privateKey = createPrivateKey(privateKeyPem);
    const jwk = createPublicKey(privateKey).export({ format: 'jwk' });
    if (!isP256(jwk)) throw new TypeError('JWT_PRIVATE_KEY must be a key on the curve P-256.');
    this.key = { kid: keyThumbprint(jwk), privateKey };
    this.keys = { keys: [jwkView(this.key.kid, jwk)] };
  }

  signingKey(): SigningKey {
    return this.key;
  }

  published(): JwksView {
    return this.keys;
  }

  async reload(): Promise<void> {
    // Nothing changes while the process lives.
  }
}

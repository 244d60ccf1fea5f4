import { createHmac } from 'node:crypto';
import { SealingKey, derivedKey } from '@bookable/platform-sealing';

/** Seals with the service's own secret, the same in every replica. */
export class Sealer extends SealingKey {
  private readonly fingerprintKey: Buffer;

  constructor(secret: string) {
    super('auth', secret);
    this.fingerprintKey = derivedKey('auth', secret, 'fingerprint');
  }

  /** Tells two texts apart without keeping either; worthless to who does not hold the secret. */
  fingerprint(text: string): string {
    return createHmac('sha256', this.fingerprintKey).update(text).digest('base64url');
  }
}

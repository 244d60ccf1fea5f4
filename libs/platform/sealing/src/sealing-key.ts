import { createHash, hkdfSync } from 'node:crypto';
import { seal, unseal } from './sealed-box';

const KEY_BYTES = 32;
const ID_BYTES = 8;

/** A key of one service for one purpose; from the same secret, every service and every purpose has another one. */
export function derivedKey(service: string, secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, `bookable ${service}`, purpose, KEY_BYTES));
}

/** What a service seals with, the same in every replica. */
export class SealingKey {
  /** Names the key without telling anything of it. */
  readonly keyId: string;
  private readonly key: Buffer;

  constructor(service: string, secret: string) {
    this.key = derivedKey(service, secret, 'sealing');
    this.keyId = createHash('sha256').update(derivedKey(service, secret, 'key id')).digest().subarray(0, ID_BYTES).toString('hex');
  }

  seal(text: string, boundTo?: string): Buffer {
    return seal(this.key, text, boundTo);
  }

  unseal(sealed: Buffer, boundTo?: string): string | undefined {
    return unseal(this.key, sealed, boundTo);
  }
}

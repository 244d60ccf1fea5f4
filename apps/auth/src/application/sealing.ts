import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts a text so that any change to it is noticed: nonce, tag, ciphertext. */
export function seal(key: Buffer, text: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Opens a sealed text; undefined where the key is another or the bytes were changed. */
export function unseal(key: Buffer, sealed: Buffer): string | undefined {
  try {
    const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return undefined;
  }
}

/** Seals with the service's own secret, the same in every replica. */
export class Sealer {
  /** Names the key without telling anything of it. */
  readonly keyId: string;
  private readonly sealingKey: Buffer;
  private readonly fingerprintKey: Buffer;

  constructor(secret: string) {
    const derive = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'bookable auth', purpose, KEY_BYTES));
    this.sealingKey = derive('sealing');
    this.fingerprintKey = derive('fingerprint');
    this.keyId = createHash('sha256').update(derive('key id')).digest('hex').slice(0, 16);
  }

  seal(text: string): Buffer {
    return seal(this.sealingKey, text);
  }

  unseal(sealed: Buffer): string | undefined {
    return unseal(this.sealingKey, sealed);
  }

  /** Tells two texts apart without keeping either; worthless to who does not hold the secret. */
  fingerprint(text: string): string {
    return createHmac('sha256', this.fingerprintKey).update(text).digest('base64url');
  }
}

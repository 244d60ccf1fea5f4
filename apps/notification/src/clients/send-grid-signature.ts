import { type KeyObject, createPublicKey, verify } from 'node:crypto';

/** Reads a verification key as SendGrid shows it: the DER of a public key on a curve, in Base64. Throws for anything else. */
export function readVerificationKey(base64: string): KeyObject {
  const key = createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
  if (key.asymmetricKeyType !== 'ec') throw new Error('is not a key for signatures on a curve');
  return key;
}

/** Whether SendGrid has signed these very letters at that moment: ECDSA over the timestamp and the body. */
export function isSignedBy(key: KeyObject, { timestamp, body, signature }: { readonly timestamp: string; readonly body: string; readonly signature: string }): boolean {
  return verify('sha256', Buffer.from(timestamp + body), key, Buffer.from(signature, 'base64'));
}

import { createPrivateKey, createPublicKey, randomUUID, sign } from 'node:crypto';
import { eventually } from './eventually';
import type { Person } from './person';

type Json = Readonly<Record<string, unknown>>;

/** The parts of a token that can be read without its key. */
export interface TokenParts {
  readonly header: Json;
  readonly claims: Json;
  readonly signature: string;
}

/** Takes a token apart. */
export function partsOfToken(token: string): TokenParts {
  const [header = '', claims = '', signature = ''] = token.split('.');
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Json;
  return { header: read(header), claims: read(claims), signature };
}

/** Writes header and claims as a token has them before its signature. */
export function unsigned(header: Json, claims: Json): string {
  return [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
}

/**
 * A token of somebody that was good once. Where the journeys know the key the system signs with (`JWT_PRIVATE_KEY`), it is one
 * whose time is up; else one whose session has ended, which the door must refuse for the same reason.
 */
export async function expiredToken(person: Person): Promise<string> {
  const key = process.env['JWT_PRIVATE_KEY'];
  if (!key) {
    await person.post('/api/auth/logout', { refreshToken: person.refreshToken }, 204);
    // The door hears of it a moment after the answer.
    await eventually('the door has heard that the session is over', async () => (await person.ask('GET', '/api/auth/me')).status === 401);
    return person.token;
  }
  const { header, claims } = partsOfToken(person.token);
  const text = unsigned(header, { ...claims, jti: randomUUID(), iat: 1_700_000_000, exp: 1_700_000_900 });
  const privateKey = createPrivateKey(key.replaceAll('\\n', '\n'));
  return `${text}.${sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

/** The public key of the system as text, as somebody would use it who hopes that it is taken for a shared secret. */
export function publicKeyText(jwk: Json): string {
  return createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' }).toString();
}

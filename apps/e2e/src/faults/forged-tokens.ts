import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import type { Door } from '../door';
import { partsOfToken, publicKeyText, unsigned } from '../expired-token';

type Json = Readonly<Record<string, unknown>>;

/** An Authorization header that must open nothing. */
export interface Forgery {
  readonly what: string;
  readonly header: string;
}

/** Everything that looks like a good token and is none, made from one that is. */
export async function forgeriesOf(token: string, door: Door): Promise<Forgery[]> {
  const { header, claims, signature } = partsOfToken(token);
  const { body } = await door.ask<{ keys: Json[] }>('GET', '/.well-known/jwks.json');
  const shared = publicKeyText(body.keys.find(({ kid }) => kid === header['kid']) ?? body.keys[0]!);
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const byStranger = (more: Json, said: Json = claims) => {
    const text = unsigned({ ...header, ...more }, said);
    return `${text}.${sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
  };
  const byPublicKey = () => {
    const text = unsigned({ ...header, alg: 'HS256' }, claims);
    return `${text}.${createHmac('sha256', shared).update(text).digest('base64url')}`;
  };
  const bearer: [string, string][] = [
    ['alg none', `${unsigned({ ...header, alg: 'none' }, claims)}.`], ['alg none, signed', `${unsigned({ ...header, alg: 'none' }, claims)}.${signature}`],
    ['alg nOnE', `${unsigned({ ...header, alg: 'nOnE' }, claims)}.${signature}`], ['HS256 by the public key', byPublicKey()], ['the key of a stranger', byStranger({})],
    ['a key of its own', byStranger({ jwk: publicKey.export({ format: 'jwk' }) })], ['keys from elsewhere', byStranger({ jku: 'https://evil.example/jwks.json', kid: 'evil' })],
    ['a path as key id', byStranger({ kid: '../../../../dev/null' })], ['SQL as key id', byStranger({ kid: "x' UNION SELECT 'k' --" })],
    ['another issuer', byStranger({}, { ...claims, iss: 'evil' })], ['another audience', byStranger({}, { ...claims, aud: 'evil' })],
    ['a role too many', `${unsigned(header, { ...claims, roles: ['renter', 'admin'] })}.${signature}`], ['another person', `${unsigned(header, { ...claims, sub: claims['sid'] })}.${signature}`],
    ['no signature', token.slice(0, token.lastIndexOf('.') + 1)], ['a signature cut short', token.slice(0, -5)], ['an empty signature of the right length', `${unsigned(header, claims)}.${'A'.repeat(signature.length)}`],
    ['garbage', 'a.b.c'], ['four parts', `${token}.x`], ['a very long token', `${'a'.repeat(6_000)}.b.c`], ['a token twice', `${token}, Bearer ${token}`],
  ];
  return [
    ...bearer.map(([what, forged]) => ({ what, header: `Bearer ${forged}` })),
    { what: 'another scheme', header: `Basic ${token}` }, { what: 'no scheme', header: token }, { what: 'nothing', header: 'Bearer' },
  ];
}

import { type KeyObject, createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { ACCESS_TOKEN_AUDIENCE, ACCESS_TOKEN_ISSUER, ACCESS_TOKEN_TYPE, type JwkView } from '@bookable/contracts-auth';
import { newId } from '@bookable/kernel';

/** A key as auth would hold it. */
export class TestKey {
  readonly kid = newId();
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;

  constructor() {
    Object.assign(this, generateKeyPairSync('ec', { namedCurve: 'P-256' }));
  }

  jwk(): JwkView {
    const { x = '', y = '' } = this.publicKey.export({ format: 'jwk' });
    return { kty: 'EC', crv: 'P-256', x, y, kid: this.kid, use: 'sig', alg: 'ES256' };
  }

  /** An access token; what is given replaces the usual header and claims. */
  token(claims: Record<string, unknown> = {}, header: Record<string, unknown> = {}): string {
    const text = this.unsigned(claims, header);
    return `${text}.${sign('sha256', Buffer.from(text), { key: this.privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
  }

  /** The same, signed with the public key as if it were a shared secret. */
  confused(): string {
    const text = this.unsigned({}, { alg: 'HS256' });
    const secret = this.publicKey.export({ type: 'spki', format: 'pem' });
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  }

  unsigned(claims: Record<string, unknown> = {}, header: Record<string, unknown> = {}): string {
    const nowSeconds = Math.floor(Date.now() / 1_000);
    const whole = {
      sub: newId(), sid: newId(), roles: ['renter'], email_verified: true, iss: ACCESS_TOKEN_ISSUER, aud: ACCESS_TOKEN_AUDIENCE,
      iat: nowSeconds, exp: nowSeconds + 900, jti: newId(), ...claims,
    };
    return [{ alg: 'ES256', typ: ACCESS_TOKEN_TYPE, kid: this.kid, ...header }, whole].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  }
}

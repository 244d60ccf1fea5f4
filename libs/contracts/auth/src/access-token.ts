import type { UserRole } from './role';

/** Who issues access tokens (`iss`); a verifier accepts nobody else. */
export const ACCESS_TOKEN_ISSUER = 'bookable';
/** For whom they are (`aud`). */
export const ACCESS_TOKEN_AUDIENCE = 'bookable-api';
/** How they are signed: the only algorithm a verifier may accept, whatever a token's header says. */
export const ACCESS_TOKEN_ALGORITHM = 'ES256';
/** The `typ` header (RFC 9068), so that no other token of ours passes for an access token. */
export const ACCESS_TOKEN_TYPE = 'at+jwt';

/** What an access token says; verified at the gateway without a call. */
export interface AccessTokenClaims {
  readonly sub: string;
  /** The session, which is also the family of its refresh tokens. */
  readonly sid: string;
  readonly roles: readonly UserRole[];
  readonly email_verified: boolean;
  readonly iss: typeof ACCESS_TOKEN_ISSUER;
  readonly aud: typeof ACCESS_TOKEN_AUDIENCE;
  readonly iat: number;
  readonly exp: number;
  readonly jti: string;
}

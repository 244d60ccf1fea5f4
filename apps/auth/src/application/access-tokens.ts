import { ACCESS_TOKEN_ALGORITHM, ACCESS_TOKEN_AUDIENCE, ACCESS_TOKEN_ISSUER, ACCESS_TOKEN_TYPE, type AccessTokenClaims } from '@bookable/contracts-auth';
import { newId } from '@bookable/kernel';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { ACCESS_TOKEN_TTL_SECONDS } from '../domain/token-lifetimes';
import type { User } from '../domain/user';
import { SigningKeyRing } from './signing-key-ring';

/** Signs access tokens. */
@Injectable()
export class AccessTokens {
  constructor(
    private readonly ring: SigningKeyRing,
    private readonly jwt: JwtService,
    private readonly clock: Clock,
  ) {}

  /** A token for a quarter of an hour, with the roles the user has now. */
  issue(user: User, sessionId: string): string {
    const { kid, privateKey } = this.ring.signingKey();
    const issuedAt = Math.floor(this.clock.now().getTime() / 1_000);
    const claims: AccessTokenClaims = {
      sub: user.id,
      sid: sessionId,
      roles: user.roles,
      email_verified: user.emailVerifiedAt !== null,
      iss: ACCESS_TOKEN_ISSUER,
      aud: ACCESS_TOKEN_AUDIENCE,
      iat: issuedAt,
      exp: issuedAt + ACCESS_TOKEN_TTL_SECONDS,
      jti: newId(),
    };
    return this.jwt.sign(claims, {
      privateKey,
      algorithm: ACCESS_TOKEN_ALGORITHM,
      header: { alg: ACCESS_TOKEN_ALGORITHM, kid, typ: ACCESS_TOKEN_TYPE },
    });
  }
}

import type { KeyObject } from 'node:crypto';
import {
  ACCESS_TOKEN_ALGORITHM,
  ACCESS_TOKEN_AUDIENCE,
  ACCESS_TOKEN_ISSUER,
  ACCESS_TOKEN_TYPE,
  type AccessTokenClaims,
} from '@bookable/contracts-auth';
import { DomainError, Unauthenticated, isId } from '@bookable/kernel';
import type { Actor } from '@bookable/platform-context';
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import passport from 'passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { ForgedToken } from './forged-token';
import { SigningKeys } from './signing-keys';

/** What a good access token says. */
export interface VerifiedToken {
  readonly actor: Actor & { readonly sessionId: string };
  readonly expiresAtMs: number;
  /**
   * The end of the time it was made for, from when it was seen here first, by the clock of this process that nobody sets
   * (`performance.now`): what auth made while its own clock was ahead is to hold no longer than anything else.
   */
  readonly wornOutMs: number;
}

type KeyFound = (error: unknown, key?: KeyObject) => void;

/**
 * Checks access tokens: one algorithm, one issuer, one audience, a key that auth publishes, an expiry.
 * Whatever else a token's header suggests (another algorithm, a key of its own, an address of one) is refused.
 */
@Injectable()
export class AccessTokenStrategy extends PassportStrategy(Strategy, 'access-token') {
  constructor(keys: SigningKeys) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      algorithms: [ACCESS_TOKEN_ALGORITHM],
      issuer: ACCESS_TOKEN_ISSUER,
      audience: ACCESS_TOKEN_AUDIENCE,
      secretOrKeyProvider: (_request: unknown, token: string, done: KeyFound) => {
        findKey(keys, token).then((key) => done(null, key), done);
      },
    } as unknown as ConstructorParameters<typeof Strategy>[0]);
  }

  /** Turns the claims of a token whose signature holds into who asks. */
  validate(claims: AccessTokenClaims): VerifiedToken {
    const { sub, sid, roles, iat, exp, email_verified: emailVerified } = claims;
    const whole = isId(sub) && isId(sid) && Array.isArray(roles) && Number.isFinite(exp) && Number.isFinite(iat);
    if (!whole) throw badToken();
    const actor = { userId: sub, sessionId: sid, roles, emailVerified: emailVerified === true };
    return { actor, expiresAtMs: exp * 1_000, wornOutMs: performance.now() + (exp - iat) * 1_000 };
  }
}

/** Runs the strategy over one token, as passport does for one request. */
export function authenticate(strategy: AccessTokenStrategy, token: string): Promise<VerifiedToken> {
  return new Promise((resolve, reject) => {
    const attempt = Object.create(strategy) as AccessTokenStrategy;
    const decided = (error: unknown, verified: VerifiedToken | false | null, fault: unknown): void => {
      if (error) reject(error as Error);
      else if (verified) resolve(verified);
      else reject(isForgery(fault) ? new ForgedToken() : badToken());
    };
    const run = passport.authenticate(attempt, { session: false }, decided) as (request: object, response: object, next: (error: unknown) => void) => void;
    run({ headers: { authorization: `Bearer ${token}` } }, {}, reject);
  });
}

/** A token whose time is over is told after its signature was found right; whatever else is wrong with one is no accident. */
function isForgery(fault: unknown): boolean {
  if (fault instanceof DomainError) return fault.problem.code === Unauthenticated.code;
  return fault instanceof Error && fault.name !== 'TokenExpiredError';
}

async function findKey(keys: SigningKeys, token: string): Promise<KeyObject> {
  const header = headerOf(token);
  const acceptable = header.alg === ACCESS_TOKEN_ALGORITHM && header.typ === ACCESS_TOKEN_TYPE && header.crit === undefined;
  const key = acceptable && typeof header.kid === 'string' ? await keys.find(header.kid) : undefined;
  if (!key) throw badToken();
  return key;
}

function headerOf(token: string): Readonly<Record<string, unknown>> {
  try {
    const header: unknown = JSON.parse(Buffer.from(token.slice(0, token.indexOf('.')), 'base64url').toString());
    return typeof header === 'object' && header !== null ? { ...header } : {};
  } catch {
    return {};
  }
}

function badToken(): DomainError {
  return new DomainError(Unauthenticated, 'The access token is not valid.');
}

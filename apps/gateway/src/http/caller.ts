import { DomainError, Forbidden, Unauthenticated } from '@bookable/kernel';
import type { Actor } from '@bookable/platform-context';
import type { FastifyRequest, onRequestHookHandler } from 'fastify';
import type { AccessTokens } from '../tokens/access-tokens';
import type { Access } from './route';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, where a good token came with the request. */
    caller?: Actor;
    /** Why the token that came is not good. Kept until the request has been counted against its rate limit. */
    callerFault?: unknown;
  }
}

const BEARER = /^bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i;
/** Larger than any token of ours, and small enough to hash without a thought. */
const TOKEN_LENGTH_AT_MOST = 4_096;

/** Learns who asks, before the rate limit counts them. A bad token is refused after that, so that guessing is limited too. */
export function identifyCaller(tokens: AccessTokens): onRequestHookHandler {
  return (request, _reply, done) => {
    const header = request.headers.authorization;
    if (header === undefined) return done();
    const token = tokenIn(header);
    if (token === undefined) {
      request.callerFault = new DomainError(Unauthenticated, 'The Authorization header must be "Bearer" and an access token.');
      return done();
    }
    const known = tokens.recall(token);
    if (known) {
      request.caller = known;
      return done();
    }
    tokens.verify(token).then(
      (actor) => {
        request.caller = actor;
        done();
      },
      (fault: unknown) => {
        request.callerFault = fault;
        done();
      },
    );
  };
}

function tokenIn(header: string): string | undefined {
  return header.length > TOKEN_LENGTH_AT_MOST ? undefined : BEARER.exec(header)?.[1];
}

/** Lets in whom the route is for. A bad token is refused even where nobody needs one: its sender believes to be signed in. */
export function admitCaller(access: Access): onRequestHookHandler {
  return (request, _reply, done) => {
    if (request.callerFault !== undefined) return done(request.callerFault as Error);
    return done(refusalFor(access, request));
  };
}

function refusalFor(access: Access, { caller }: FastifyRequest): DomainError | undefined {
  if (access === 'anyone') return undefined;
  if (!caller) return new DomainError(Unauthenticated);
  return access === 'admin' && !caller.roles.includes('admin') ? new DomainError(Forbidden) : undefined;
}

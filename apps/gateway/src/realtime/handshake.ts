import { DomainError, Unauthenticated } from '@bookable/kernel';
import type { Socket } from 'socket.io';
import type { AccessTokens } from '../tokens/access-tokens';
import { setIdentity } from './socket-identity';

type Next = (error?: Error) => void;

/** Lets a socket in by the access token of its handshake; anybody else gets `connect_error` with the problem as its data. */
export function handshake(tokens: AccessTokens) {
  return (socket: Socket, next: Next): void => {
    const { token } = socket.handshake.auth as { readonly token?: unknown };
    if (typeof token !== 'string' || token.length > 4_096) {
      next(refusal(new DomainError(Unauthenticated)));
      return;
    }
    tokens.verifyWhole(token).then(
      (identity) => {
        setIdentity(socket, identity);
        next();
      },
      (fault: unknown) => next(refusal(fault)),
    );
  };
}

function refusal(fault: unknown): Error {
  const known = fault instanceof DomainError ? fault : new DomainError(Unauthenticated);
  const { code, title } = known.problem;
  return Object.assign(new Error(code), { data: { code, title, detail: known.detail } });
}

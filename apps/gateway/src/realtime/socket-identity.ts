import type { Socket } from 'socket.io';
import type { VerifiedToken } from '../tokens/access-token.strategy';

/** Whose socket it is; set by the handshake, so every connected socket has it. */
export function identityOf(socket: Socket): VerifiedToken {
  return (socket.data as { readonly identity: VerifiedToken }).identity;
}

export function setIdentity(socket: Socket, identity: VerifiedToken): void {
  socket.data = { identity };
}

/** Rooms by which sockets are found. */
export const roomOf = {
  user: (userId: string) => `user ${userId}`,
  watchers: (userId: string) => `watchers ${userId}`,
};

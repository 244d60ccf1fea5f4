import { Injectable } from '@nestjs/common';
import type { Server } from 'socket.io';
import { EndedSessions } from '../tokens/ended-sessions';
import { identityOf, roomOf } from './socket-identity';

/** The sockets of this replica, found by whose they are. */
@Injectable()
export class Sockets {
  private server?: Server;

  constructor(private readonly ended: EndedSessions) {}

  /** Takes the server once it listens. */
  open(server: Server): void {
    this.server = server;
  }

  /** Sends an event to every socket of a user on this replica. */
  tellUser(userId: string, event: string, payload: object): void {
    this.server?.to(roomOf.user(userId)).emit(event, payload);
  }

  /** Sends an event to every socket on this replica that watches a user. */
  tellWatchers(userId: string, event: string, payload: object): void {
    this.server?.to(roomOf.watchers(userId)).emit(event, payload);
  }

  /** Closes the sockets of a user whose session has ended. */
  closeEnded(userId: string): void {
    const inRoom = this.server?.sockets.adapter.rooms.get(roomOf.user(userId)) ?? [];
    for (const socketId of [...inRoom]) {
      const socket = this.server?.sockets.sockets.get(socketId);
      if (socket && this.ended.hasEnded(identityOf(socket).actor)) socket.disconnect(true);
    }
  }
}

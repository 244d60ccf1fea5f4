import { Injectable } from '@nestjs/common';
import type { Server, Socket } from 'socket.io';
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
    for (const socketId of [...inRoom]) this.closeIfEnded(this.server?.sockets.sockets.get(socketId));
  }

  /** Closes whatever sockets are of ended sessions; auth is asked first, because the fact of an end may have been lost on the way. */
  async closeAllEnded(): Promise<void> {
    const connected = this.server?.sockets.sockets;
    if (!connected || connected.size === 0) return;
    await this.ended.ask();
    for (const socket of [...connected.values()]) this.closeIfEnded(socket);
  }

  private closeIfEnded(socket: Socket | undefined): void {
    if (socket && this.ended.hasEnded(identityOf(socket).actor)) socket.disconnect(true);
  }
}

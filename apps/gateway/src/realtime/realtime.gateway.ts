import { Logger } from '@bookable/platform-logging';
import { Clock } from '@bookable/platform-runtime';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import {
  ConnectedSocket, MessageBody, type OnGatewayConnection, type OnGatewayDisconnect, type OnGatewayInit, SubscribeMessage, WebSocketGateway,
} from '@nestjs/websockets';
import { isId } from '@bookable/kernel';
import type { Server, Socket } from 'socket.io';
import { AccessTokens } from '../tokens/access-tokens';
import { handshake } from './handshake';
import { limitMessages } from './message-budget';
import { Presence, type PresenceView } from './presence';
import { identityOf, roomOf } from './socket-identity';
import { Sockets } from './sockets';

const WATCHED_AT_MOST = 500;
/** A socket of an ended session is closed within half a minute, whatever was lost on the way. */
const ENDED_SOUGHT_EVERY_MS = 12_000;
/** The longest a timer can wait; no token lives as long. */
const TIMER_MS_AT_MOST = 2_147_483_647;

/** The realtime door: who comes in, whom they watch, and when they have to go. */
@WebSocketGateway()
export class RealtimeGateway implements OnGatewayInit<Server>, OnGatewayConnection<Socket>, OnGatewayDisconnect<Socket>, BeforeApplicationShutdown {
  private sweep?: NodeJS.Timeout;

  constructor(
    private readonly tokens: AccessTokens,
    private readonly sockets: Sockets,
    private readonly presence: Presence,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  afterInit(server: Server): void {
    server.use(handshake(this.tokens));
    this.sockets.open(server);
    this.sweep = setInterval(() => {
      this.sockets.closeAllEnded().catch((error: unknown) => this.logger.debug('Ended sessions could not be asked for.', { error }));
    }, ENDED_SOUGHT_EVERY_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.sweep);
  }

  async handleConnection(socket: Socket): Promise<void> {
    const { actor, expiresAtMs, wornOutMs } = identityOf(socket);
    limitMessages(socket);
    await socket.join(roomOf.user(actor.userId));
    // The session may have ended between the handshake and the room by which its sockets are found.
    this.sockets.closeEnded(actor.userId);
    const leftMs = Math.min(Math.max(0, Math.min(expiresAtMs - this.clock.now().getTime(), wornOutMs - performance.now())), TIMER_MS_AT_MOST);
    const expiry = setTimeout(() => socket.disconnect(true), leftMs);
    socket.once('disconnect', () => clearTimeout(expiry));
    this.presence.arrived(actor.userId);
  }

  handleDisconnect(socket: Socket): void {
    this.presence.left(identityOf(socket).actor.userId);
  }

  /** From now on the socket is told whenever one of these people comes or goes; how they stand now is told at once. */
  @SubscribeMessage('presence:watch')
  async watch(@ConnectedSocket() socket: Socket, @MessageBody() userIds: unknown): Promise<readonly PresenceView[]> {
    const wanted = Array.isArray(userIds) ? userIds.filter(isId).slice(0, WATCHED_AT_MOST) : [];
    await socket.join(wanted.map(roomOf.watchers));
    const views = wanted.map((userId) => this.presence.of(userId));
    for (const view of views) socket.emit('presence', view);
    return views;
  }
}

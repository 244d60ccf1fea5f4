import { Clock } from '@bookable/platform-runtime';
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
/** The longest a timer can wait; no token lives as long. */
const TIMER_MS_AT_MOST = 2_147_483_647;

/** The realtime door: who comes in, whom they watch, and when they have to go. */
@WebSocketGateway()
export class RealtimeGateway implements OnGatewayInit<Server>, OnGatewayConnection<Socket>, OnGatewayDisconnect<Socket> {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly sockets: Sockets,
    private readonly presence: Presence,
    private readonly clock: Clock,
  ) {}

  afterInit(server: Server): void {
    server.use(handshake(this.tokens));
    this.sockets.open(server);
  }

  async handleConnection(socket: Socket): Promise<void> {
    const { actor, expiresAtMs } = identityOf(socket);
    limitMessages(socket);
    await socket.join(roomOf.user(actor.userId));
    const leftMs = Math.min(Math.max(0, expiresAtMs - this.clock.now().getTime()), TIMER_MS_AT_MOST);
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

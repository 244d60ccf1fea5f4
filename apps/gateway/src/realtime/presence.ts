import { newId } from '@bookable/kernel';
import { EventPublisher } from '@bookable/platform-bus';
import { Logger } from '@bookable/platform-logging';
import { Clock } from '@bookable/platform-runtime';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { PresenceBoard } from './presence-board';
import { PresenceChanged, type PresenceFacts } from './presence-changed.event';
import { Sockets } from './sockets';

/** Whether somebody is connected, and when they last were (api.md, Realtime). */
export interface PresenceView {
  readonly userId: string;
  readonly online: boolean;
  readonly lastSeen: string | null;
}

const BEAT_MS = 15_000;
const SILENT_AFTER_MS = 3 * BEAT_MS;

/** Who is online, on all replicas together: each tells the others of its own people, at once and again with every beat. */
@Injectable()
export class Presence implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly replicaId = newId();
  private readonly board = new PresenceBoard();
  private readonly socketCounts = new Map<string, number>();
  private beat?: NodeJS.Timeout;

  constructor(
    private readonly sockets: Sockets,
    private readonly publisher: EventPublisher,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.say({ arrived: [], left: [], isWhole: true, isNew: true });
    this.beat = setInterval(() => this.beatOnce(), BEAT_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.beat);
    this.say({ arrived: [], left: [], isWhole: true, isNew: false });
  }

  arrived(userId: string): void {
    const count = this.socketCounts.get(userId) ?? 0;
    this.socketCounts.set(userId, count + 1);
    if (count === 0) this.change({ arrived: [userId], left: [] });
  }

  left(userId: string): void {
    const count = this.socketCounts.get(userId) ?? 0;
    if (count > 1) {
      this.socketCounts.set(userId, count - 1);
      return;
    }
    if (this.socketCounts.delete(userId)) this.change({ arrived: [], left: [userId] });
  }

  of(userId: string): PresenceView {
    const online = this.board.isOnline(userId);
    const lastSeenMs = online ? this.nowMs() : this.board.lastSeen(userId);
    return { userId, online, lastSeen: lastSeenMs === undefined ? null : new Date(lastSeenMs).toISOString() };
  }

  /** Another replica has spoken. */
  heard(facts: PresenceFacts): void {
    if (facts.replicaId === this.replicaId) return;
    this.tell(this.board.heard(facts.replicaId, facts, this.nowMs()));
    if (facts.isNew) this.beatOnce();
  }

  private change(change: { arrived: string[]; left: string[] }): void {
    this.tell(this.board.heard(this.replicaId, { ...change, isWhole: false }, this.nowMs()));
    this.say({ ...change, isWhole: false, isNew: false });
  }

  private beatOnce(): void {
    this.tell(this.board.forgetSilent(this.nowMs() - SILENT_AFTER_MS, this.replicaId, this.nowMs()));
    this.say({ arrived: [...this.socketCounts.keys()], left: [], isWhole: true, isNew: false });
  }

  private tell(userIds: readonly string[]): void {
    for (const userId of userIds) this.sockets.tellWatchers(userId, 'presence', this.of(userId));
  }

  /** Presence is news, not a fact to keep: what cannot be sent now is said again with the next beat. */
  private say(facts: Omit<PresenceFacts, 'replicaId'>): void {
    const messageId = newId();
    const occurredAt = this.clock.now().toISOString();
    const payload = JSON.stringify({ replicaId: this.replicaId, ...facts });
    const envelope = { messageId, topic: PresenceChanged.topic, aggregateId: this.replicaId, occurredAt, requestId: messageId, payload };
    this.publisher.publish([envelope]).catch((error: unknown) => this.logger.debug('Presence could not be told.', { error }));
  }

  private nowMs(): number {
    return this.clock.now().getTime();
  }
}

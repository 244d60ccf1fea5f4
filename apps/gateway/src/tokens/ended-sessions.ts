import { type EndedSessionFacts, FindEndedSessions } from '@bookable/contracts-auth';
import { Bus } from '@bookable/platform-bus';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';

/** Longer than any access token lives; after that no token of the session can come any more. */
const REMEMBERED_MS = 3_600_000;
const REMEMBERED_AT_MOST = 200_000;
/** A fact may be missed while a replica is cut off from the broker; asking again bounds for how long. */
const ASK_AGAIN_AFTER_MS = 60_000;
const ASK_TIMEOUT_MS = 2_500;

interface EndedForUser {
  readonly endedAtMs: number;
  readonly exceptSessionId?: string;
}

/** The sessions that ended while access tokens of theirs still had time to run: told by auth, and asked for at the start. */
@Injectable()
export class EndedSessions {
  private readonly sessions = new LRUCache<string, true>({ max: REMEMBERED_AT_MOST, ttl: REMEMBERED_MS });
  private readonly users = new LRUCache<string, EndedForUser>({ max: REMEMBERED_AT_MOST, ttl: REMEMBERED_MS });
  private askedAtMs = Number.NEGATIVE_INFINITY;
  private isKnown = false;
  private asking?: Promise<void>;

  constructor(
    private readonly bus: Bus,
    private readonly clock: Clock,
  ) {}

  /** Resolves once also those are known that ended before this replica listened; throws where auth has never answered. */
  async known(): Promise<void> {
    if (!this.isKnown) await this.ask();
  }

  remember({ userId, sessionId, endedAt, exceptSessionId }: EndedSessionFacts): void {
    if (sessionId !== undefined) {
      this.sessions.set(sessionId, true);
      return;
    }
    const endedAtMs = Date.parse(endedAt);
    const known = this.users.get(userId);
    if (!known || known.endedAtMs <= endedAtMs) this.users.set(userId, { endedAtMs, exceptSessionId });
  }

  hasEnded({ userId, sessionId }: { readonly userId: string; readonly sessionId: string }): boolean {
    if (this.clock.now().getTime() - this.askedAtMs > ASK_AGAIN_AFTER_MS) this.ask().catch(() => undefined);
    if (this.sessions.has(sessionId)) return true;
    const ended = this.users.get(userId);
    return ended !== undefined && sessionId !== ended.exceptSessionId && beganAtMs(sessionId) < ended.endedAtMs;
  }

  /** Learns of those whose end nobody has told us. */
  ask(): Promise<void> {
    this.asking ??= this.load().finally(() => {
      this.asking = undefined;
    });
    return this.asking;
  }

  private async load(): Promise<void> {
    this.askedAtMs = this.clock.now().getTime();
    const ended = await this.bus.request(FindEndedSessions, {}, { timeoutMs: ASK_TIMEOUT_MS });
    // The oldest first, as they would have been told.
    for (const facts of ended.toReversed()) this.remember(facts);
    this.isKnown = true;
  }
}

/** A UUIDv7 begins with the millisecond it was made in: finer than the whole seconds a token is stamped with. */
function beganAtMs(sessionId: string): number {
  return Number.parseInt(sessionId.slice(0, 8) + sessionId.slice(9, 13), 16);
}

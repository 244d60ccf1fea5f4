import type { EndedSessionFacts } from '@bookable/contracts-auth';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';

/** Longer than any access token lives; after that no token of the session can come any more. */
const REMEMBERED_MS = 3_600_000;
const REMEMBERED_AT_MOST = 200_000;

interface EndedForUser {
  readonly endedAtMs: number;
  readonly exceptSessionId?: string;
}

/** The sessions that ended while access tokens of theirs still had time to run. */
@Injectable()
export class EndedSessions {
  private readonly sessions = new LRUCache<string, true>({ max: REMEMBERED_AT_MOST, ttl: REMEMBERED_MS });
  private readonly users = new LRUCache<string, EndedForUser>({ max: REMEMBERED_AT_MOST, ttl: REMEMBERED_MS });

  remember({ userId, sessionId, endedAt, exceptSessionId }: EndedSessionFacts): void {
    if (sessionId !== undefined) this.sessions.set(sessionId, true);
    else this.users.set(userId, { endedAtMs: Date.parse(endedAt), exceptSessionId });
  }

  hasEnded({ userId, sessionId }: { readonly userId: string; readonly sessionId: string }): boolean {
    if (this.sessions.has(sessionId)) return true;
    const ended = this.users.get(userId);
    return ended !== undefined && sessionId !== ended.exceptSessionId && beganAtMs(sessionId) < ended.endedAtMs;
  }
}

/** A UUIDv7 begins with the millisecond it was made in: finer than the whole seconds a token is stamped with. */
function beganAtMs(sessionId: string): number {
  return Number.parseInt(sessionId.slice(0, 8) + sessionId.slice(9, 13), 16);
}

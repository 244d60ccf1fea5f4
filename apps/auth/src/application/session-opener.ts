import type { CallerOrigin, SignedInView } from '@bookable/contracts-auth';
import { newId } from '@bookable/kernel';
import type { Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { ACCESS_TOKEN_TTL_SECONDS, sessionExpiresAt } from '../domain/token-lifetimes';
import type { User } from '../domain/user';
import { RefreshTokenStore } from '../persistence/refresh-token.store';
import { SessionStore } from '../persistence/session.store';
import { AccessTokens } from './access-tokens';
import { newOpaqueToken, tokenHash } from './opaque-token';
import { SessionEndings } from './session-endings';
import { UserViews } from './user-views';

/** Somebody who signs in beyond this is signed out where that was longest ago. */
const SESSIONS_PER_USER = 50;

/** A session that has just begun, with the only readable copy of its refresh token. */
export interface OpenedSession {
  readonly sessionId: string;
  readonly refreshToken: string;
}

/** Begins sessions and says so to the client. */
@Injectable()
export class SessionOpener {
  constructor(
    private readonly sessions: SessionStore,
    private readonly tokens: RefreshTokenStore,
    private readonly accessTokens: AccessTokens,
    private readonly views: UserViews,
    private readonly endings: SessionEndings,
    private readonly clock: Clock,
  ) {}

  async open(tx: Transaction, userId: string, origin: CallerOrigin): Promise<OpenedSession> {
    const now = this.clock.now();
    const session = {
      id: newId(now.getTime()),
      userId,
      createdAt: now,
      lastUsedAt: now,
      expiresAt: sessionExpiresAt(now, now),
      userAgent: origin.userAgent ?? null,
      clientAddress: origin.clientAddress ?? null,
    };
    const refreshToken = newOpaqueToken();
    await this.sessions.add(tx, session);
    await this.tokens.add(tx, tokenHash(refreshToken), session.id);
    await this.endSurplus(tx, userId, now);
    return { sessionId: session.id, refreshToken };
  }

  answer(user: User, { sessionId, refreshToken }: OpenedSession): SignedInView {
    const accessToken = this.accessTokens.issue(user, sessionId);
    return { user: this.views.own(user), accessToken, refreshToken, expiresIn: ACCESS_TOKEN_TTL_SECONDS };
  }

  private async endSurplus(tx: Transaction, userId: string, now: Date): Promise<void> {
    for (const sessionId of await this.sessions.endBeyond(tx, userId, SESSIONS_PER_USER)) {
      await this.endings.tell(tx, { userId, sessionId, endedAt: now.toISOString() });
    }
  }
}

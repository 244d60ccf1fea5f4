import { type RefreshSessionRequest, RefreshTokenReused, SessionOver, type SignedInView } from '@bookable/contracts-auth';
import { AUDITED } from '@bookable/contracts-operations';
import { DomainError, coarseNetworkOf } from '@bookable/kernel';
import { Database, type Transaction } from '@bookable/platform-database';
import { Logger } from '@bookable/platform-logging';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { judgeRefresh } from '../domain/refresh-token';
import { sessionExpiresAt } from '../domain/token-lifetimes';
import { type KeptRefreshToken, RefreshTokenStore } from '../persistence/refresh-token.store';
import { type Session, SessionStore } from '../persistence/session.store';
import { UserReader } from '../persistence/user.reader';
import { newOpaqueToken, openSuccessor, sealSuccessor, tokenHash } from './opaque-token';
import { SessionEndings } from './session-endings';
import { SessionOpener } from './session-opener';
import { recipientOf } from './user-views';

/** Exchanges a refresh token for its successor, and ends the whole session where an old one comes back too late. */
@Injectable()
export class RefreshSession {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionStore,
    private readonly tokens: RefreshTokenStore,
    private readonly reader: UserReader,
    private readonly opener: SessionOpener,
    private readonly endings: SessionEndings,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  async execute(request: RefreshSessionRequest): Promise<SignedInView> {
    const answer = await this.database.transaction((tx) => this.exchange(tx, request));
    // Refused only now: the end of a session must be committed, and a throw within would undo it.
    if (!answer) throw new DomainError(SessionOver);
    return answer;
  }

  private async exchange(tx: Transaction, request: RefreshSessionRequest): Promise<SignedInView | undefined> {
    const hash = tokenHash(request.refreshToken);
    const session = await this.sessions.lockByToken(tx, hash);
    const token = session && (await this.tokens.find(tx, hash));
    if (!session || !token) return undefined;
    const refreshToken = await this.successor(tx, session, token, request);
    if (refreshToken === undefined) return undefined;
    const user = await this.reader.byId(session.userId, tx);
    return user && this.opener.answer(user, { sessionId: session.id, refreshToken });
  }

  private async successor(tx: Transaction, session: Session, token: KeptRefreshToken, request: RefreshSessionRequest): Promise<string | undefined> {
    const now = this.clock.now();
    switch (judgeRefresh({ rotatedAt: token.rotatedAt, expiresAt: session.expiresAt }, now)) {
      case 'rotate':
        return this.rotate(tx, session, request, now);
      case 'repeat':
        return token.sealedSuccessor === null ? undefined : openSuccessor(request.refreshToken, token.sealedSuccessor);
      case 'expired':
        return undefined;
      case 'reused':
        await this.endFamily(tx, session, now);
        return undefined;
    }
  }

  private async rotate(tx: Transaction, session: Session, request: RefreshSessionRequest, now: Date): Promise<string> {
    const next = newOpaqueToken();
    await this.tokens.markRotated(tx, tokenHash(request.refreshToken), now, sealSuccessor(request.refreshToken, next));
    await this.tokens.add(tx, tokenHash(next), session.id);
    await this.sessions.markUsed(tx, {
      ...session,
      lastUsedAt: now,
      expiresAt: sessionExpiresAt(session.createdAt, now),
      userAgent: request.userAgent ?? session.userAgent,
      clientAddress: request.clientAddress ?? session.clientAddress,
    });
    return next;
  }

  private async endFamily(tx: Transaction, session: Session, now: Date): Promise<void> {
    const { id: sessionId, userId, userAgent } = session;
    const endedAt = now.toISOString();
    await this.sessions.end(tx, userId, sessionId);
    tx.audit({ action: AUDITED.refreshTokenReused, as: 'anonymous', subject: `session ${sessionId}`, affects: [userId], network: session.clientAddress === null ? undefined : coarseNetworkOf(session.clientAddress) });
    await this.endings.tell(tx, { userId, sessionId, endedAt });
    const user = await this.reader.byId(userId, tx);
    if (user) tx.publish(RefreshTokenReused, { ...recipientOf(user), sessionId, endedAt, ...(userAgent !== null && { userAgent }) });
    this.logger.warn('A refresh token came back after it was replaced; its session was ended.', { userId, sessionId });
  }
}

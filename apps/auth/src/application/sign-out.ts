import type { SignOutRequest } from '@bookable/contracts-auth';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { SessionStore } from '../persistence/session.store';
import { tokenHash } from './opaque-token';
import { SessionEndings } from './session-endings';

/** Ends the session a refresh token belongs to. Any token of the family will do: who holds one may only do less harm so. */
@Injectable()
export class SignOut {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionStore,
    private readonly endings: SessionEndings,
    private readonly clock: Clock,
  ) {}

  execute(request: SignOutRequest): Promise<void> {
    return this.database.transaction(async (tx) => {
      const session = await this.sessions.lockByToken(tx, tokenHash(request.refreshToken));
      if (!session) return;
      await this.sessions.end(tx, session.userId, session.id);
      await this.endings.tell(tx, { userId: session.userId, sessionId: session.id, endedAt: this.clock.now().toISOString() });
    });
  }
}

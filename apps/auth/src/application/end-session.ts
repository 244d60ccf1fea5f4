import type { EndSessionRequest } from '@bookable/contracts-auth';
import { DomainError, NotFound } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { SessionStore } from '../persistence/session.store';
import { signedInCaller } from './caller';
import { SessionEndings } from './session-endings';

/** Ends one of the caller's own sessions; another's is as good as not there. */
@Injectable()
export class EndSession {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionStore,
    private readonly endings: SessionEndings,
    private readonly clock: Clock,
  ) {}

  async execute({ sessionId }: EndSessionRequest, context: MessageContext): Promise<void> {
    const { userId } = signedInCaller(context);
    await this.database.transaction(async (tx) => {
      if (!(await this.sessions.end(tx, userId, sessionId))) throw new DomainError(NotFound);
      await this.endings.tell(tx, { userId, sessionId, endedAt: this.clock.now().toISOString() });
    });
  }
}

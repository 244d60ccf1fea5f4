import { type EndedSessionFacts, SessionEnded } from '@bookable/contracts-auth';
import type { Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { EndedSessionStore } from '../persistence/ended-session.store';

/** Tells that sessions are over, and keeps it for gateways that were not there to hear it. */
@Injectable()
export class SessionEndings {
  constructor(private readonly ended: EndedSessionStore) {}

  async tell(tx: Transaction, facts: EndedSessionFacts): Promise<void> {
    await this.ended.add(tx, facts);
    tx.publish(SessionEnded, facts);
  }
}

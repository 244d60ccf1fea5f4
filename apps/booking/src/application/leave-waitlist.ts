import { Injectable } from '@nestjs/common';
import { NotWaiting, type WaitlistEntryRequest } from '@bookable/contracts-booking';
import { DomainError } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { standsInLine } from '../domain/waitlist/waitlist-entry';
import { WaitlistStore } from '../persistence/waitlist.store';
import { callerOf } from './caller';
import { ownEntry } from './own-entry';

/** Leaves the line; what was offered goes to the next. Whoever has left has left, however often they say so. */
@Injectable()
export class LeaveWaitlist {
  constructor(
    private readonly database: Database,
    private readonly waitlist: WaitlistStore,
    private readonly clock: Clock,
  ) {}

  async execute({ entryId }: WaitlistEntryRequest, context: MessageContext): Promise<void> {
    const userId = callerOf(context);
    await this.database.transaction(async (tx) => {
      const entry = ownEntry(await this.waitlist.lock(tx, entryId), userId);
      if (entry.status === 'withdrawn') return;
      if (!standsInLine(entry)) throw new DomainError(NotWaiting, undefined, { entryStatus: entry.status });
      await this.waitlist.end(tx, entry, 'withdraw', this.clock.now());
    });
  }
}

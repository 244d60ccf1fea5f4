import { Injectable } from '@nestjs/common';
import { NotOffered, type WaitlistEntryRequest } from '@bookable/contracts-booking';
import { DomainError } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { offerStands } from '../domain/waitlist/waitlist-entry';
import { WaitlistReader } from '../persistence/waitlist.reader';
import { WaitlistStore } from '../persistence/waitlist.store';
import { callerOf } from './caller';
import { ownEntry } from './own-entry';

/** Gives an offer on to the next in line, who is served as soon as the place is marked as free. Passed again it stays passed. */
@Injectable()
export class PassOffer {
  constructor(
    private readonly database: Database,
    private readonly waitlist: WaitlistStore,
    private readonly reader: WaitlistReader,
    private readonly clock: Clock,
  ) {}

  async execute({ entryId }: WaitlistEntryRequest, context: MessageContext): Promise<Buffer> {
    const userId = callerOf(context);
    return this.database.transaction(async (tx) => {
      const entry = ownEntry(await this.waitlist.lock(tx, entryId), userId);
      const now = this.clock.now();
      if (entry.status !== 'passed') {
        if (!offerStands(entry, now.getTime())) throw new DomainError(NotOffered, undefined, { entryStatus: entry.status });
        await this.waitlist.end(tx, entry, 'pass', now);
      }
      return this.reader.view(tx, entryId);
    });
  }
}

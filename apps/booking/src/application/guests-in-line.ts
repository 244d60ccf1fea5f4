import { type FindListingWaitlistRequest, NotWaiting, type PutGuestInLineRequest, type WaitlistEntryRequest } from '@bookable/contracts-booking';
import { DomainError, NotFound } from '@bookable/kernel';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { standsInLine } from '../domain/waitlist/waitlist-entry';
import { WaitlistReader } from '../persistence/waitlist.reader';
import { WaitlistStore } from '../persistence/waitlist.store';
import { FindResource } from './find-resource';
import { pageOfLine } from './page-of-line';
import { StandInLine } from './stand-in-line';

/**
 * The guests whom the desk of a hotel puts in the line of a room type. Who may do that is the hotel's to say; whose turn it
 * is, is decided here, as for everybody who waits. What is said twice is done once, because the hotel names the entry.
 */
@Injectable()
export class GuestsInLine {
  constructor(
    private readonly database: Database,
    private readonly find: FindResource,
    private readonly line: StandInLine,
    private readonly waitlist: WaitlistStore,
    private readonly reader: WaitlistReader,
    private readonly clock: Clock,
  ) {}

  async put({ entryId: id, userId, ...wish }: PutGuestInLineRequest): Promise<Buffer> {
    await this.find.offered(wish.listingId);
    return this.database.transaction((tx) => this.line.stand(tx, { ...wish, id, renterId: userId ?? null }));
  }

  /** Only whom the desk has put there: who stands in line in their own name leaves it themselves. */
  async takeOut({ entryId }: WaitlistEntryRequest): Promise<void> {
    await this.database.transaction(async (tx) => {
      const entry = await this.waitlist.lock(tx, entryId);
      if (!entry || entry.guestId === null) throw new DomainError(NotFound, 'There is no such waitlist entry.');
      if (entry.status === 'withdrawn') return;
      if (!standsInLine(entry)) throw new DomainError(NotWaiting, undefined, { entryStatus: entry.status });
      await this.waitlist.end(tx, entry, 'withdraw', this.clock.now());
    });
  }

  one({ entryId }: WaitlistEntryRequest): Promise<Buffer> {
    return this.database.transaction(async (tx) => {
      if (!(await this.waitlist.find(tx, entryId))) throw new DomainError(NotFound, 'There is no such waitlist entry.');
      return this.reader.view(tx, entryId);
    });
  }

  page(request: FindListingWaitlistRequest): Promise<Buffer> {
    return pageOfLine(this.reader, request);
  }
}

import { SavedSearchMatched } from '@bookable/contracts-catalog';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { criteriaOf } from '../domain/read-criteria';
import { SavedSearchMatchStore, type WaitingSearch } from '../persistence/saved-search-match.store';

const QUIET_MS = 5 * 60_000;
const SEARCHES_AT_ONCE = 50;
const NAMED_AT_MOST = 10;

/**
 * Tells people what newly fits the searches they keep: at once after a quiet time, else all that has come together when it
 * is over. What no longer fits by then is not told. The event leaves with the mark that it was told.
 */
@Injectable()
export class TellSavedSearches {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly matches: SavedSearchMatchStore,
  ) {}

  /** Works until nothing is left that may be told now. */
  async execute(): Promise<void> {
    while ((await this.tellSome()) === SEARCHES_AT_ONCE);
  }

  private tellSome(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const searches = await this.matches.lockUntold(tx, new Date(now.getTime() - QUIET_MS), now, SEARCHES_AT_ONCE);
      if (searches.length === 0) return 0;
      const untold = await this.matches.untold(tx, searches.map(({ id }) => id));
      const asked = searches.map(({ id, userId, search }) => ({ id, userId, criteria: criteriaOf(search) }));
      const holding = await this.matches.thoseThatHold(tx, asked, untold, now);
      for (const search of searches) {
        const ids = holding.filter(({ searchId }) => searchId === search.id).map(({ listingId }) => listingId);
        if (ids.length > 0) await this.tell(tx, search, ids, now);
      }
      return searches.length;
    });
  }

  private async tell(tx: Transaction, { id, userId, name, messages }: WaitingSearch, listingIds: readonly string[], now: Date): Promise<void> {
    const listings = (await this.matches.describe(tx, listingIds)).slice(0, NAMED_AT_MOST);
    await this.matches.markTold(tx, id, listingIds, now);
    tx.publish(SavedSearchMatched, { searchId: id, userId, name, listings, count: listingIds.length, version: messages + 1 });
  }
}

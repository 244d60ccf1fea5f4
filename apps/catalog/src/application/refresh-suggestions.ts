import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { afterFailing, afterSucceeding, MOST_AT_ONCE } from '../domain/counted-at-once';
import { SuggestionStore } from '../persistence/suggestion.store';

/** Counts what was written since the last time, and lets go of events that are over. Notes are taken in the transaction that counts. */
@Injectable()
export class RefreshSuggestions {
  private atOnce = MOST_AT_ONCE;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly suggestions: SuggestionStore,
  ) {}

  /** Works until little is due, or another replica is at it. What fails is tried again in smaller pieces. */
  async execute(): Promise<void> {
    try {
      while (await this.refreshSome(this.atOnce)) this.atOnce = afterSucceeding(this.atOnce);
    } catch (error) {
      this.atOnce = afterFailing(this.atOnce);
      throw error;
    }
  }

  /** Whether there is more to do. */
  private refreshSome(limit: number): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      if (!(await this.suggestions.takeTurn(tx))) return false;
      const now = this.clock.now();
      const due = await this.suggestions.takeDue(tx, limit);
      const over = await this.suggestions.over(tx, now, limit);
      await this.countListings(tx, [...due.flatMap(({ listingId }) => listingId ?? []), ...over], now);
      await this.countHosts(tx, due.flatMap(({ hostId }) => hostId ?? []));
      return Math.max(due.length, over.length) >= limit;
    });
  }

  private async countListings(tx: Transaction, listingIds: readonly string[], now: Date): Promise<void> {
    if (listingIds.length > 0) await this.suggestions.count(tx, [...new Set(listingIds)], now);
  }

  private async countHosts(tx: Transaction, hostIds: readonly string[]): Promise<void> {
    if (hostIds.length > 0) await this.suggestions.countHosts(tx, hostIds);
  }
}

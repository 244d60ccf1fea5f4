import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { criteriaOf } from '../domain/read-criteria';
import { SavedSearchMatchStore } from '../persistence/saved-search-match.store';
import type { NotedChange } from '../persistence/search/fitting-statement';

const CHANGES_AT_ONCE = 200;
const SEARCHES_AT_ONCE = 100;
const BEFORE_ALL_IDS = '00000000-0000-0000-0000-000000000000';

/**
 * Holds listings that have changed against the searches people keep. The note of a change is taken in the transaction that
 * keeps what fits, so a process that dies has done nothing; replicas take other notes.
 */
@Injectable()
export class MatchSavedSearches {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly matches: SavedSearchMatchStore,
  ) {}

  /** Works until there is no note left to take. */
  async execute(): Promise<void> {
    while ((await this.matchSome()) === CHANGES_AT_ONCE);
  }

  private matchSome(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const changes = await this.matches.takeChanges(tx, CHANGES_AT_ONCE);
      if (changes.length > 0) await this.matchAll(tx, changes);
      return changes.length;
    });
  }

  private async matchAll(tx: Transaction, changes: readonly NotedChange[]): Promise<void> {
    const now = this.clock.now();
    const ids = [...new Set(changes.map(({ listingId }) => listingId))];
    let after: string | undefined = BEFORE_ALL_IDS;
    while (after !== undefined) {
      const searches = await this.matches.mayFit(tx, ids, after, now, SEARCHES_AT_ONCE);
      const asked = searches.map(({ id, userId, afterNote, search }) => ({ id, userId, afterNote, criteria: criteriaOf(search) }));
      if (asked.length > 0) await this.matches.keepNewlyFitting(tx, asked, changes, now);
      after = searches.length === SEARCHES_AT_ONCE ? searches.at(-1)?.id : undefined;
    }
  }
}

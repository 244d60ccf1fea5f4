import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { SuggestionStore } from '../persistence/suggestion.store';

const AT_ONCE = 200;

/** Counts what was written since the last time, and lets go of events that are over. Notes are taken in the transaction that counts. */
@Injectable()
export class RefreshSuggestions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly suggestions: SuggestionStore,
  ) {}

  /** Works until nothing is due, or another replica is at it. */
  async execute(): Promise<void> {
    while ((await this.refreshSome()) >= AT_ONCE);
  }

  private refreshSome(): Promise<number> {
    return this.database.transaction(async (tx) => {
      if (!(await this.suggestions.takeTurn(tx))) return 0;
      const now = this.clock.now();
      const due = await this.suggestions.takeDue(tx, AT_ONCE);
      const over = await this.suggestions.over(tx, now, AT_ONCE);
      if (due.length + over.length > 0) await this.suggestions.count(tx, [...new Set([...due, ...over])], now);
      return Math.max(due.length, over.length);
    });
  }
}

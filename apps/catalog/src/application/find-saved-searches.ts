import type { FindSavedSearchesRequest, SavedSearchView } from '@bookable/contracts-catalog';
import { type CursorKey, type Page, cursorKey, isId, pageOf } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { SavedSearchStore } from '../persistence/saved-search.store';
import { savedSearchView } from './saved-search-view';
import { signedIn } from './signed-in';

/** Reads the searches the caller keeps, newest first. */
@Injectable()
export class FindSavedSearches {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly savedSearches: SavedSearchStore,
  ) {}

  async execute({ limit = 20, cursor }: FindSavedSearchesRequest, context: MessageContext): Promise<Page<SavedSearchView>> {
    const { userId } = signedIn(context);
    const [before] = cursor === undefined ? [null] : cursorKey(cursor, isSavedSearchKey);
    const rows = await this.savedSearches.findPage(this.database, userId, before, limit + 1);
    const now = this.clock.now();
    return pageOf(rows, limit, (saved) => savedSearchView(saved, now), ({ id }) => [id]);
  }
}

function isSavedSearchKey(key: CursorKey): key is readonly [string] {
  return key.length === 1 && isId(key[0]);
}

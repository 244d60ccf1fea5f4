import type { DeleteSavedSearchRequest } from '@bookable/contracts-catalog';
import { DomainError, NotFound } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { SavedSearchStore } from '../persistence/saved-search.store';
import { signedIn } from './signed-in';

/** Lets go of a search of the caller's own. */
@Injectable()
export class DeleteSavedSearch {
  constructor(
    private readonly database: Database,
    private readonly savedSearches: SavedSearchStore,
  ) {}

  async execute({ id }: DeleteSavedSearchRequest, context: MessageContext): Promise<void> {
    const { userId } = signedIn(context);
    const wasThere = await this.database.transaction((tx) => this.savedSearches.delete(tx, id, userId));
    if (!wasThere) throw new DomainError(NotFound);
  }
}

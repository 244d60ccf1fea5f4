import { defineCommand } from '@bookable/kernel';
import { IsId, IsText, MayBeLeftOut } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsBoolean, IsObject, ValidateNested } from 'class-validator';
import { SavedSearchView } from './saved-search.view';
import { SearchListingsRequest } from './search-listings.query';

/** What is to be otherwise about a saved search; what is left out stays. */
export class ChangeSavedSearchRequest {
  @IsId()
  id: string;

  @MayBeLeftOut() @IsText(1, 100)
  name?: string;

  /** Takes the place of the search as a whole. */
  @MayBeLeftOut() @IsObject() @ValidateNested() @Type(() => SearchListingsRequest)
  search?: SearchListingsRequest;

  /** False to be told no more. */
  @MayBeLeftOut() @IsBoolean()
  notify?: boolean;
}

/** Changes a search of one's own. A listing that was told of once is not told of again. */
export const ChangeSavedSearch = defineCommand<ChangeSavedSearchRequest, SavedSearchView>({
  topic: 'catalog.change-saved-search',
  request: ChangeSavedSearchRequest,
  reply: SavedSearchView,
});

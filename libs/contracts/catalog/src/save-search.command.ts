import { defineCommand } from '@bookable/kernel';
import { IsText } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsBoolean, IsDefined, IsObject, IsOptional, ValidateNested } from 'class-validator';
import { TooManySavedSearches } from './saved-search.errors';
import { SavedSearchView } from './saved-search.view';
import { SearchListingsRequest } from './search-listings.query';

/** A search to keep. */
export class SaveSearchRequest {
  @IsText(1, 100)
  name: string;

  /** The parameters of `GET /api/listings`, at least one of them; pages and other statuses than active are no part of it. */
  @IsDefined() @IsObject() @ValidateNested() @Type(() => SearchListingsRequest)
  search: SearchListingsRequest;

  /** True unless told. */
  @IsOptional() @IsBoolean()
  notify?: boolean;
}

/** Keeps a search, and tells its owner of every listing that newly fits it. */
export const SaveSearch = defineCommand<SaveSearchRequest, SavedSearchView>({
  topic: 'catalog.save-search',
  request: SaveSearchRequest,
  reply: SavedSearchView,
  problems: [TooManySavedSearches],
});

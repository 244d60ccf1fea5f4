import { defineEvent } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsString, Min, ValidateNested } from 'class-validator';
import { LISTING_KINDS, type ListingKind } from './listing-kinds';

/** A listing that newly fits, as far as a message needs it. */
export class MatchedListingFacts {
  @IsId()
  id: string;

  @IsIn(LISTING_KINDS)
  kind: ListingKind;

  @IsString()
  title: string;

  @IsString()
  city: string;
}

/** What newly fits a saved search. */
export class SavedSearchMatchedFacts {
  @IsId()
  searchId: string;

  @IsId()
  userId: string;

  @IsString()
  name: string;

  /** The first ten of them. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => MatchedListingFacts)
  listings: MatchedListingFacts[];

  /** How many there are. */
  @IsInt() @Min(1)
  count: number;

  /** The how manieth message this is of this search. */
  @IsInt() @Min(1)
  version: number;
}

/** Listings newly fit a saved search. Of one search at most one is told in some minutes; a listing is in one of them only. */
export const SavedSearchMatched = defineEvent<SavedSearchMatchedFacts>({
  topic: 'catalog.saved-search.matched',
  payload: SavedSearchMatchedFacts,
  aggregateId: ({ searchId }) => searchId,
});

import { type Page, defineQuery } from '@bookable/kernel';
import { IsId, IsText } from '@bookable/wire';
import { IsIn, IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { LISTING_KINDS, type ListingKind } from './listing-kinds';
import { NumberParameter } from './query-parameter.rules';

/** What a suggestion is a suggestion of: each goes into the parameter of a search that has its name, a `word` into `q`. */
export const SUGGESTION_TYPES = ['city', 'category', 'district', 'word', 'host', 'listing'] as const;
export type SuggestionType = (typeof SUGGESTION_TYPES)[number];

/** What somebody has typed so far. */
export class SuggestListingsRequest {
  @IsText(1, 100)
  q: string;

  /** Only what listings of this kind have. */
  @IsOptional() @IsIn(LISTING_KINDS)
  kind?: ListingKind;

  /** 10 unless told. */
  @IsOptional() @NumberParameter() @IsInt() @Min(1) @Max(20)
  limit?: number;
}

/** One way to go on. */
export class SuggestionView {
  @IsString()
  text: string;

  @IsIn(SUGGESTION_TYPES)
  type: SuggestionType;

  /** Of a host, for `hostId`; of a listing. */
  @IsOptional() @IsId()
  id?: string;

  /** Of a category: what to send as the filter. */
  @IsOptional() @IsString()
  code?: string;

  /** How many listings it finds; absent for a listing. It may lag behind by a second. */
  @IsOptional() @IsInt()
  count?: number;
}

/** Suggests how to go on: what is typed is forgiven its alphabet, its keyboard layout and a slip of the pen. */
export const SuggestListings = defineQuery<SuggestListingsRequest, Page<SuggestionView>>({
  topic: 'catalog.suggest-listings',
  request: SuggestListingsRequest,
  reply: SuggestionView,
  answers: 'page',
});

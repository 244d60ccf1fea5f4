import { Forbidden, defineQuery } from '@bookable/kernel';
import { HIGHEST_AMOUNT_MINOR, IsCurrency, IsDayOrInstant, IsId, IsText, PageRequest } from '@bookable/wire';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsNumber, IsOptional, Matches, Max, Min } from 'class-validator';
import { FoundListingsView } from './found-listings.view';
import { EVENT_PRIVACIES, type EventPrivacy, LISTING_KINDS, LISTING_STATUSES, type ListingKind, type ListingStatus } from './listing-kinds';
import { BooleanParameter, ListParameter, NumberParameter } from './query-parameter.rules';

/** The orders a search can be read in; a minus is downwards. */
export const LISTING_SORTS = ['newest', 'price', '-price', 'rating', 'distance', 'relevance'] as const;
export type ListingSort = (typeof LISTING_SORTS)[number];

/** What to look for; everything is optional and everything given must hold. */
export class SearchListingsRequest extends PageRequest {
  /** Words in title and description, in any order; slips of the pen are forgiven. */
  @IsOptional() @IsText(1, 200)
  q?: string;

  @IsOptional() @IsIn(LISTING_KINDS)
  kind?: ListingKind;

  @IsOptional() @IsText(1, 60)
  category?: string;

  /** All of them. */
  @IsOptional() @ListParameter() @IsArray() @ArrayMaxSize(20) @IsText(1, 60, { each: true })
  tags?: string[];

  /** All of them. */
  @IsOptional() @ListParameter() @IsArray() @ArrayMaxSize(20) @IsText(1, 150, { each: true })
  amenities?: string[];

  @IsOptional() @IsText(1, 100)
  city?: string;

  @IsOptional() @IsText(1, 100)
  district?: string;

  /** The price of one unit, in minor units of its currency. */
  @IsOptional() @NumberParameter() @IsInt() @Min(0) @Max(HIGHEST_AMOUNT_MINOR)
  priceMin?: number;

  @IsOptional() @NumberParameter() @IsInt() @Min(0) @Max(HIGHEST_AMOUNT_MINOR)
  priceMax?: number;

  @IsOptional() @IsCurrency()
  currency?: string;

  @IsOptional() @NumberParameter() @IsNumber() @Min(0) @Max(5)
  ratingMin?: number;

  @IsOptional() @IsId()
  hostId?: string;

  /** A part of the host's name; neither case nor accents matter. */
  @IsOptional() @IsText(1, 100)
  host?: string;

  /** Only with one's own `hostId`: listings of this status instead of the active ones, or of `any`. */
  @IsOptional() @IsIn([...LISTING_STATUSES, 'any'])
  status?: ListingStatus | 'any';

  /** Free for the whole of `from` to `to`: days of the listing, or instants. An event must begin within. */
  @IsOptional() @IsDayOrInstant()
  from?: string;

  @IsOptional() @IsDayOrInstant()
  to?: string;

  @IsOptional() @NumberParameter() @IsInt() @Min(1) @Max(100_000)
  seats?: number;

  @IsOptional() @NumberParameter() @IsInt() @Min(1) @Max(100_000)
  guests?: number;

  @IsOptional() @NumberParameter() @IsNumber() @Min(-90) @Max(90)
  lat?: number;

  @IsOptional() @NumberParameter() @IsNumber() @Min(-180) @Max(180)
  lng?: number;

  /** Metres around `lat`, `lng`. */
  @IsOptional() @NumberParameter() @IsNumber() @Min(0) @Max(20_100_000)
  radius?: number;

  /** `west,south,east,north` in degrees; west beyond east crosses the antimeridian. */
  @IsOptional() @Matches(/^-?\d{1,3}(\.\d{1,15})?(,-?\d{1,3}(\.\d{1,15})?){3}$/, { message: '$property must be west,south,east,north in degrees' })
  bbox?: string;

  /** Metres to the nearest metro station or stop. */
  @IsOptional() @NumberParameter() @IsNumber() @Min(0) @Max(100_000)
  nearStation?: number;

  /** Of the map, 0 for the whole globe; only where the answer is asked for as `application/geo+json`. */
  @IsOptional() @NumberParameter() @IsInt() @Min(0) @Max(22)
  zoom?: number;

  @IsOptional() @IsIn(EVENT_PRIVACIES)
  privacy?: EventPrivacy;

  @IsOptional() @BooleanParameter() @IsBoolean()
  paid?: boolean;

  /** By relevance where words are given, else by the newest, unless told. */
  @IsOptional() @IsIn(LISTING_SORTS)
  sort?: ListingSort;

  /** Adds how many there are. */
  @IsOptional() @BooleanParameter() @IsBoolean()
  total?: boolean;

  /** Adds how many there are of each category, amenity, price and rating. */
  @IsOptional() @BooleanParameter() @IsBoolean()
  facets?: boolean;
}

/** Finds listings, page by page. */
export const SearchListings = defineQuery<SearchListingsRequest, FoundListingsView>({
  topic: 'catalog.search-listings',
  request: SearchListingsRequest,
  reply: FoundListingsView,
  problems: [Forbidden],
});

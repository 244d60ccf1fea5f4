import { MayBeLeftOut } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsInt, IsNumber, IsOptional, IsString, ValidateNested } from 'class-validator';
import { AmenityView } from './facet.view';
import { FoundListingView } from './found-listing.view';

/** How many listings fit. */
export class FoundTotalView {
  @IsInt()
  count: number;

  /** False where there are more than were counted: then there are at least so many. */
  @IsBoolean()
  isExact: boolean;
}

/** How many cost between two amounts, in minor units; `to` is not included but in the last. */
export class PriceFacetView {
  @IsInt()
  from: number;

  @IsInt()
  to: number;

  @IsInt()
  count: number;
}

/** How many are rated at least so well. */
export class RatingFacetView {
  @IsNumber()
  atLeast: number;

  @IsInt()
  count: number;
}

/**
 * What the search could be narrowed to. Categories, prices and ratings are counted as if nothing were asked of the same,
 * so that another can be chosen; amenities are counted among what has those that are asked for, so that one more can be.
 */
export class ListingFacetsView {
  /** How many listings were looked at. */
  @IsInt()
  counted: number;

  /** False where more fit than were looked at: then the counts are those of a part, and tell shares. */
  @IsBoolean()
  isExact: boolean;

  @IsArray() @ValidateNested({ each: true }) @Type(() => AmenityView)
  categories: AmenityView[];

  /** The fifty most frequent. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => AmenityView)
  amenities: AmenityView[];

  /** Ten stretches between the least and the greatest price of one unit. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => PriceFacetView)
  prices: PriceFacetView[];

  @IsArray() @ValidateNested({ each: true }) @Type(() => RatingFacetView)
  ratings: RatingFacetView[];
}

/** A page of a search, with what it counted where that was asked for. */
export class FoundListingsView {
  @IsArray() @ValidateNested({ each: true }) @Type(() => FoundListingView)
  items: FoundListingView[];

  /** Null on the last page. */
  @IsOptional() @IsString()
  nextCursor: string | null;

  @MayBeLeftOut() @ValidateNested() @Type(() => FoundTotalView)
  total?: FoundTotalView;

  @MayBeLeftOut() @ValidateNested() @Type(() => ListingFacetsView)
  facets?: ListingFacetsView;
}

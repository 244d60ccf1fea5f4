import { NotFound, defineQuery } from '@bookable/kernel';
import { IsDayOrInstant, IsId } from '@bookable/wire';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, Max, Min, ValidateNested } from 'class-validator';
import { FoundListingView } from './found-listing.view';
import { ListParameter, NumberParameter } from './query-parameter.rules';

/** Which listings to put side by side, and for which time to price them. */
export class CompareListingsRequest {
  /** Two to four, separated by commas. */
  @ListParameter() @IsArray() @ArrayMinSize(2) @ArrayMaxSize(4) @ArrayUnique() @IsId({ each: true })
  ids: string[];

  @IsOptional() @IsDayOrInstant()
  from?: string;

  @IsOptional() @IsDayOrInstant()
  to?: string;

  /** How many places are wanted. */
  @IsOptional() @NumberParameter() @IsInt() @Min(1) @Max(10_000)
  quantity?: number;
}

/** What is compared; amounts are in minor units of `currency`, distances in metres, times of day and instants as elsewhere. */
export const COMPARED_ATTRIBUTES = [
  'price', 'currency', 'priceUnit', 'weekPrice', 'monthPrice', 'deposit', 'total', 'available', 'rating', 'ratingCount', 'capacity', 'guests', 'rooms', 'beds',
  'bathrooms', 'areaSquareMetres', 'seatType', 'roomCategory', 'minibar', 'condition', 'startsAt', 'endsAt', 'paid', 'city', 'district', 'station',
  'stationMetres', 'approval', 'cancellation', 'minUnits', 'maxUnits', 'checkIn', 'checkOut',
] as const;
export type ComparedAttribute = (typeof COMPARED_ATTRIBUTES)[number];

/** One attribute, with its value for each listing in their order. */
export class ComparisonRowView {
  @IsIn(COMPARED_ATTRIBUTES)
  attribute: ComparedAttribute;

  /** Text, a number, true or false; null where a listing has no such thing. */
  @IsArray() @Type(() => Object)
  values: (string | number | boolean | null)[];

  @IsBoolean()
  differs: boolean;
}

/** One amenity, and which of the listings have it. */
export class ComparedAmenityView {
  @IsString()
  name: string;

  /** In the order of the listings. */
  @IsArray() @IsBoolean({ each: true })
  has: boolean[];

  @IsBoolean()
  differs: boolean;
}

/** Listings side by side. */
export class ComparisonView {
  /** In the order they were asked for. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => FoundListingView)
  listings: FoundListingView[];

  /** What matters for their kinds, and is known of at least one of them. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => ComparisonRowView)
  rows: ComparisonRowView[];

  /** What any of them has. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => ComparedAmenityView)
  amenities: ComparedAmenityView[];
}

/** Compares listings that the caller may see; where one of them is not there for the caller, there is nothing to compare. */
export const CompareListings = defineQuery<CompareListingsRequest, ComparisonView>({
  topic: 'catalog.compare-listings',
  request: CompareListingsRequest,
  reply: ComparisonView,
  problems: [NotFound],
});

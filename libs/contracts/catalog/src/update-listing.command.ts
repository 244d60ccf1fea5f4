import { defineCommand } from '@bookable/kernel';
import { IsId, IsText, IsTimeZoneName } from '@bookable/wire';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsObject, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { BookingRulesView } from './booking-rules.view';
import { DETAILS_UNION, detailsBesideKind, type ListingDetails } from './listing-details';
import { LISTING_KINDS, type ListingKind, type ListingStatus } from './listing-kinds';
import { ListingChangedMeanwhile, ListingInconsistent, NotYourListing, RoomsByHotelOnly, WrongListingStatus } from './listing.errors';
import { ListingView } from './listing.view';
import { LocationView } from './location.view';
import { PricePlanView } from './price-plan.view';

/** A change of a listing: every field that is given replaces the field as a whole, every other stays as it is. */
export class UpdateListingRequest {
  @IsId()
  id: string;

  /** The version the change was made from; where the listing has moved on, the change is refused. */
  @IsOptional() @IsInt() @Min(1)
  version?: number;

  /** Never changes; may be repeated so that a listing can be sent back as it was read. */
  @IsOptional() @IsIn(LISTING_KINDS)
  kind?: ListingKind;

  @IsOptional() @IsText(1, 200)
  title?: string;

  @IsOptional() @IsText(0, 10_000)
  description?: string;

  @IsOptional() @IsText(1, 60)
  category?: string;

  @IsOptional() @IsArray() @ArrayMaxSize(50) @IsText(1, 60, { each: true })
  tags?: string[];

  @IsOptional() @IsArray() @ArrayMaxSize(200) @IsText(1, 150, { each: true })
  amenities?: string[];

  @IsOptional() @IsObject() @ValidateNested() @Type(() => LocationView)
  location?: LocationView;

  @IsOptional() @IsTimeZoneName()
  timeZone?: string;

  @IsOptional() @IsObject() @ValidateNested() @Type(() => PricePlanView)
  price?: PricePlanView;

  @IsOptional() @IsInt() @Min(1) @Max(100_000)
  capacity?: number;

  @IsOptional() @IsObject() @ValidateNested() @Type(() => BookingRulesView)
  booking?: BookingRulesView;

  @IsOptional() @IsText(0, 5000)
  terms?: string;

  /** Archiving is a DELETE, because bookings may stand against it. */
  @IsOptional() @IsIn(['draft', 'active', 'inactive'])
  status?: Exclude<ListingStatus, 'archived'>;

  @IsOptional() @IsObject() @ValidateNested() @Type(detailsBesideKind, DETAILS_UNION)
  details?: ListingDetails;
}

/** Changes a listing; its owner only. */
export const UpdateListing = defineCommand<UpdateListingRequest, ListingView>({
  topic: 'catalog.update-listing',
  request: UpdateListingRequest,
  reply: ListingView,
  problems: [NotYourListing, RoomsByHotelOnly, ListingInconsistent, WrongListingStatus, ListingChangedMeanwhile],
});

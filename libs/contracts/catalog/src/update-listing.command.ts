import { defineCommand } from '@bookable/kernel';
import { IsId, IsText, IsTimeZoneName, MayBeLeftOut, PricePlanView } from '@bookable/wire';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsObject, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { BookingRulesView } from './booking-rules.view';
import { DETAILS_UNION, detailsBesideKind, type ListingDetails } from './listing-details';
import { LISTING_KINDS, type ListingKind, type ListingStatus } from './listing-kinds';
import { DuplicateEvent, ListingChangedMeanwhile, ListingInconsistent, NotYourListing, RoomsByHotelOnly, ScheduleClash, WrongListingStatus } from './listing.errors';
import { ListingView } from './listing.view';
import { LocationView } from './location.view';

/** A change of a listing: every field that is given replaces the field as a whole, every other stays as it is. Null takes the category or the terms away. */
export class UpdateListingRequest {
  @IsId()
  id: string;

  /** The version the change was made from; where the listing has moved on, the change is refused. */
  @MayBeLeftOut() @IsInt() @Min(1) @Max(2_147_483_647)
  version?: number;

  /** Never changes; may be repeated so that a listing can be sent back as it was read. */
  @MayBeLeftOut() @IsIn(LISTING_KINDS)
  kind?: ListingKind;

  @MayBeLeftOut() @IsText(1, 200)
  title?: string;

  @MayBeLeftOut() @IsText(0, 10_000)
  description?: string;

  @IsOptional() @IsText(1, 60)
  category?: string;

  @MayBeLeftOut() @IsArray() @ArrayMaxSize(50) @IsText(1, 60, { each: true })
  tags?: string[];

  @MayBeLeftOut() @IsArray() @ArrayMaxSize(200) @IsText(1, 150, { each: true })
  amenities?: string[];

  @MayBeLeftOut() @IsObject() @ValidateNested() @Type(() => LocationView)
  location?: LocationView;

  @MayBeLeftOut() @IsTimeZoneName()
  timeZone?: string;

  @MayBeLeftOut() @IsObject() @ValidateNested() @Type(() => PricePlanView)
  price?: PricePlanView;

  @MayBeLeftOut() @IsInt() @Min(1) @Max(100_000)
  capacity?: number;

  @MayBeLeftOut() @IsObject() @ValidateNested() @Type(() => BookingRulesView)
  booking?: BookingRulesView;

  @IsOptional() @IsText(0, 5000)
  terms?: string;

  /** Archiving is a DELETE, because bookings may stand against it. */
  @MayBeLeftOut() @IsIn(['draft', 'active', 'inactive'])
  status?: Exclude<ListingStatus, 'archived'>;

  @MayBeLeftOut() @IsObject() @ValidateNested() @Type(detailsBesideKind, DETAILS_UNION)
  details?: ListingDetails;
}

/** Changes a listing; its owner only. */
export const UpdateListing = defineCommand<UpdateListingRequest, ListingView>({
  topic: 'catalog.update-listing',
  request: UpdateListingRequest,
  reply: ListingView,
  problems: [NotYourListing, RoomsByHotelOnly, ListingInconsistent, WrongListingStatus, ListingChangedMeanwhile, DuplicateEvent, ScheduleClash],
});

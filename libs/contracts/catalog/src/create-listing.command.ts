import { defineCommand } from '@bookable/kernel';
import { IsText, IsTimeZoneName, PricePlanView } from '@bookable/wire';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsDefined, IsIn, IsInt, IsObject, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { BookingRulesView } from './booking-rules.view';
import { DETAILS_UNION, detailsBesideKind, type ListingDetails } from './listing-details';
import { LISTING_KINDS, type ListingKind, type ListingStatus } from './listing-kinds';
import { DuplicateEvent, LandlordsOnly, ListingInconsistent, RoomsByHotelOnly, ScheduleClash } from './listing.errors';
import { ListingView } from './listing.view';
import { LocationView } from './location.view';

/** A new listing of any kind; needs the landlord role, but for an event. */
export class CreateListingRequest {
  @IsIn(LISTING_KINDS)
  kind: ListingKind;

  @IsText(1, 200)
  title: string;

  @IsText(0, 10_000)
  description: string;

  /** A code of `GET /api/categories`, or a word of one's own. */
  @IsOptional() @IsText(1, 60)
  category?: string;

  @IsOptional() @IsArray() @ArrayMaxSize(50) @IsText(1, 60, { each: true })
  tags?: string[];

  @IsOptional() @IsArray() @ArrayMaxSize(200) @IsText(1, 150, { each: true })
  amenities?: string[];

  @IsDefined() @IsObject() @ValidateNested() @Type(() => LocationView)
  location: LocationView;

  @IsTimeZoneName()
  timeZone: string;

  @IsDefined() @IsObject() @ValidateNested() @Type(() => PricePlanView)
  price: PricePlanView;

  /** How many can be booked at the same time: units, rooms or seats; 1 unless told. */
  @IsOptional() @IsInt() @Min(1) @Max(100_000)
  capacity?: number;

  /** On request unless told. */
  @IsOptional() @IsObject() @ValidateNested() @Type(() => BookingRulesView)
  booking?: BookingRulesView;

  /** The owner's own terms of rent. */
  @IsOptional() @IsText(1, 5000)
  terms?: string;

  /** `active`, so found at once, unless told. */
  @IsOptional() @IsIn(['draft', 'active', 'inactive'])
  status?: Exclude<ListingStatus, 'archived'>;

  /** The kind's own part; which class it has follows from `kind`. */
  @IsDefined() @IsObject() @ValidateNested() @Type(detailsBesideKind, DETAILS_UNION)
  details: ListingDetails;
}

/** Makes a listing and, where it is active, lets everybody know. */
export const CreateListing = defineCommand<CreateListingRequest, ListingView>({
  topic: 'catalog.create-listing',
  request: CreateListingRequest,
  reply: ListingView,
  problems: [LandlordsOnly, RoomsByHotelOnly, ListingInconsistent, DuplicateEvent, ScheduleClash],
});

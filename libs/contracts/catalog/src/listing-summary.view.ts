import { IsId, IsInstant, PricePlanView } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';
import { BookingRulesView } from './booking-rules.view';
import { HostView } from './host.view';
import { DETAILS_UNION, detailsBesideKind, type ListingDetails } from './listing-details';
import { LISTING_KINDS, LISTING_STATUSES, type ListingKind, type ListingStatus } from './listing-kinds';
import { LocationView } from './location.view';
import { PhotoView } from './photo.view';
import { ListingRatingView } from './rating.view';

/** What a listing shows in a list and on its own page alike. */
export class ListingSummaryView {
  @IsId()
  id: string;

  @IsIn(LISTING_KINDS)
  kind: ListingKind;

  @IsIn(LISTING_STATUSES)
  status: ListingStatus;

  @IsId()
  ownerId: string;

  @ValidateNested() @Type(() => HostView)
  host: HostView;

  @IsString()
  title: string;

  @IsOptional() @IsString()
  category: string | null;

  @IsArray() @IsString({ each: true })
  tags: string[];

  @IsArray() @IsString({ each: true })
  amenities: string[];

  @ValidateNested() @Type(() => LocationView)
  location: LocationView;

  /** IANA name; calendar days of this listing are days there. */
  @IsString()
  timeZone: string;

  @ValidateNested() @Type(() => PricePlanView)
  price: PricePlanView;

  @IsInt()
  capacity: number;

  @ValidateNested() @Type(() => BookingRulesView)
  booking: BookingRulesView;

  @ValidateNested() @Type(detailsBesideKind, DETAILS_UNION)
  details: ListingDetails;

  @IsArray() @ValidateNested({ each: true }) @Type(() => PhotoView)
  photos: PhotoView[];

  @ValidateNested() @Type(() => ListingRatingView)
  rating: ListingRatingView;

  @IsInstant()
  createdAt: string;

  /** Grows with every change by the owner; send it back with a change to be told of others' changes. */
  @IsInt()
  version: number;
}

import { IsId, IsInstant, PricePlanView } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Min, ValidateNested } from 'class-validator';
import { BookingRulesView } from './booking-rules.view';
import { EVENT_PRIVACIES, type EventPrivacy, LISTING_KINDS, LISTING_STATUSES, type ListingKind, type ListingStatus } from './listing-kinds';

/** What others need of an event's details. */
export class EventFacts {
  @IsInstant()
  startsAt: string;

  @IsInstant()
  endsAt: string;

  @IsIn(EVENT_PRIVACIES)
  privacy: EventPrivacy;

  @IsBoolean()
  paid: boolean;
}

/** The whole state of a listing as other services know it; a greater `version` replaces a smaller one. */
export class ListingFacts {
  @IsId()
  id: string;

  @IsId()
  ownerId: string;

  @IsIn(LISTING_KINDS)
  kind: ListingKind;

  @IsString()
  title: string;

  @IsIn(LISTING_STATUSES)
  status: ListingStatus;

  @IsString()
  timeZone: string;

  @IsInt() @Min(1)
  capacity: number;

  @ValidateNested() @Type(() => PricePlanView)
  price: PricePlanView;

  @ValidateNested() @Type(() => BookingRulesView)
  booking: BookingRulesView;

  @IsString()
  city: string;

  /** Present for events only. */
  @IsOptional() @ValidateNested() @Type(() => EventFacts)
  details?: EventFacts;

  /** The small size of the first photo. */
  @IsOptional() @IsString()
  coverUrl?: string;

  @IsInt() @Min(1)
  version: number;
}

import { type Page, defineQuery } from '@bookable/kernel';
import { IsDayOrInstant, IsId, PageRequest } from '@bookable/wire';
import { IsIn, IsOptional } from 'class-validator';
import { BOOKABLE_KINDS, BOOKING_STATUSES, type BookableKind, type BookingStatus, BookingView } from './booking.view';

/** The two sides of a booking. */
export const BOOKING_ROLES = ['renter', 'owner'] as const;
/** One of the two sides. */
export type BookingRole = (typeof BOOKING_ROLES)[number];

/** Which of the caller's bookings to list. */
export class FindBookingsRequest extends PageRequest {
  /** On which side the caller stands; both unless told. */
  @IsOptional() @IsIn(BOOKING_ROLES)
  role?: BookingRole;

  @IsOptional() @IsIn(BOOKING_STATUSES)
  status?: BookingStatus;

  /** Of listings of this kind: the film evenings somebody comes to, say. */
  @IsOptional() @IsIn(BOOKABLE_KINDS)
  kind?: BookableKind;

  @IsOptional() @IsId()
  listingId?: string;

  /** Only bookings that end after this. */
  @IsOptional() @IsDayOrInstant()
  from?: string;

  /** Only bookings that begin before this. */
  @IsOptional() @IsDayOrInstant()
  to?: string;
}

/** The caller's own bookings, newest first. */
export const FindBookings = defineQuery<FindBookingsRequest, Page<BookingView>>({
  topic: 'booking.find-bookings',
  request: FindBookingsRequest,
  reply: BookingView,
  answers: 'page',
});

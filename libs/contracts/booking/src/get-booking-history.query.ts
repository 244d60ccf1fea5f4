import { type Page, defineQuery } from '@bookable/kernel';
import { IsId, IsInstant, IsText } from '@bookable/wire';
import { IsIn, IsOptional } from 'class-validator';
import { BOOKING_STATUSES, type BookingStatus } from './booking.view';
import { GetBookingRequest } from './get-booking.query';

/** Everything that can happen to a booking. */
export const BOOKING_ACTIONS = [
  'request', 'invite', 'confirm', 'reject', 'cancel', 'accept', 'decline', 'start', 'complete', 'expire', 'no-show',
] as const;
/** One of the actions. */
export type BookingAction = (typeof BOOKING_ACTIONS)[number];

/** One transition of a booking: who, when, why. */
export class BookingTransitionView {
  @IsIn(BOOKING_ACTIONS)
  action: BookingAction;

  /** Null where the booking began. */
  @IsOptional() @IsIn(BOOKING_STATUSES)
  from: BookingStatus | null;

  @IsIn(BOOKING_STATUSES)
  to: BookingStatus;

  /** Null where time did it. */
  @IsOptional() @IsId()
  actorId: string | null;

  @IsInstant()
  at: string;

  @IsOptional() @IsText(1, 2000)
  reason?: string;
}

/** Every transition of a booking, the first one first; one page holds them all. */
export const GetBookingHistory = defineQuery<GetBookingRequest, Page<BookingTransitionView>>({
  topic: 'booking.get-booking-history',
  request: GetBookingRequest,
  reply: BookingTransitionView,
  answers: 'page',
});

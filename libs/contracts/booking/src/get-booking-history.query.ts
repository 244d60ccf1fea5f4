import { type Page, defineQuery } from '@bookable/kernel';
import { IsId, IsInstant, IsText } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsIn, IsOptional, ValidateNested } from 'class-validator';
import { BOOKING_STATUSES, type BookingStatus } from './booking.view';
import { CancellationView } from './cancellation.view';
import { GetBookingRequest } from './get-booking.query';
import { TermsChangeView } from './proposed-change.view';

/** Everything that can happen to a booking. */
export const BOOKING_ACTIONS = [
  'request', 'invite', 'confirm', 'reject', 'cancel', 'accept', 'decline', 'start', 'complete', 'expire', 'no-show',
  'change', 'propose-change', 'accept-change', 'reject-change', 'withdraw-change', 'expire-change', 'doubt', 'reconfirm',
] as const;
/** One of the actions. */
export type BookingAction = (typeof BOOKING_ACTIONS)[number];

/** One step of a booking: who, when, why. A change of the stay, and a doubt, leave the status as it is. */
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

  /** What was changed or proposed: the terms before and after, each with its quote. */
  @IsOptional() @ValidateNested() @Type(() => TermsChangeView)
  change?: TermsChangeView;

  /** What came back with a cancellation, and what was kept. */
  @IsOptional() @ValidateNested() @Type(() => CancellationView)
  cancellation?: CancellationView;
}

/** Every transition of a booking, the first one first; one page holds them all. */
export const GetBookingHistory = defineQuery<GetBookingRequest, Page<BookingTransitionView>>({
  topic: 'booking.get-booking-history',
  request: GetBookingRequest,
  reply: BookingTransitionView,
  answers: 'page',
});

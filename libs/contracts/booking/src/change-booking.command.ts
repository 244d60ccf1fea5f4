import { defineCommand, defineProblem } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { IsIn, IsOptional } from 'class-validator';
import {
  AlreadyRequested, Closed, NotBookable, NotYourBooking, OptionNotOffered, OverCapacity, Past, SlotTaken, TooFar, TooLong, TooShort, WrongStatus,
} from './booking.errors';
import { BookingView } from './booking.view';
import { QUOTE_LOCALES, type QuoteLocale } from './quote.view';
import { StayTerms } from './stay-request';
import { TransitionRequest } from './transition-booking.command';

/** The other party has proposed a change that waits for the caller's answer. */
export const ChangeWaits = defineProblem('change-waits', 'conflict', 'Another change waits for your answer.');
/** Nothing was proposed, or it was answered already, or it is too late to answer. */
export const NoChangeProposed = defineProblem('no-change-proposed', 'conflict', 'There is no change to answer.');

/** What the stay shall be; what is left out stays as it is. */
export class ChangeBookingRequest extends StayTerms {
  @IsId()
  bookingId: string;

  /** The language of the line labels; English unless told. */
  @IsOptional() @IsIn(QUOTE_LOCALES)
  locale?: QuoteLocale;
}

/**
 * Changes a booking that has not begun. A request, and what was booked instantly, is changed at once by its renter; anything
 * else is proposed to the other party, and the time it needs is kept until they have answered, for 24 hours at most.
 * The new stay is priced anew.
 */
export const ChangeBooking = defineCommand<ChangeBookingRequest, BookingView>({
  topic: 'booking.change-booking',
  request: ChangeBookingRequest,
  reply: BookingView,
  problems: [
    WrongStatus, NotYourBooking, ChangeWaits, SlotTaken, AlreadyRequested, NotBookable, Past, TooShort, TooLong, TooFar, OverCapacity, Closed,
    OptionNotOffered,
  ],
});

const answer = { request: TransitionRequest, reply: BookingView };

/** The other party agrees to a proposed change. */
export const AcceptChange = defineCommand<TransitionRequest, BookingView>({
  ...answer,
  topic: 'booking.accept-change',
  problems: [WrongStatus, NotYourBooking, NoChangeProposed, SlotTaken, AlreadyRequested],
});

/** Who has proposed a change takes it back; the booking stays as it is. */
export const WithdrawChange = defineCommand<TransitionRequest, BookingView>({
  ...answer,
  topic: 'booking.withdraw-change',
  problems: [WrongStatus, NotYourBooking, NoChangeProposed],
});

/** The other party does not agree; the booking stays as it is. */
export const RejectChange = defineCommand<TransitionRequest, BookingView>({
  ...answer,
  topic: 'booking.reject-change',
  problems: [WrongStatus, NotYourBooking, NoChangeProposed],
});

import { defineCommand, NotFound } from '@bookable/kernel';
import { IsId, IsText, MayBeLeftOut } from '@bookable/wire';
import { IsOptional } from 'class-validator';
import {
  AlreadyRequested, Closed, NotBookable, OptionNotOffered, OverCapacity, OwnListing, Past, ScheduleClash, SlotTaken, TooFar, TooLong, TooShort,
} from './booking.errors';
import { BookingView } from './booking.view';
import { GetQuoteRequest } from './get-quote.query';
import { PROMOTION_PROBLEMS } from './promotion.errors';
import { HoldEnded } from './hold.errors';

/** What is asked for; as in a quote, with a word to the owner. */
export class PlaceBookingRequest extends GetQuoteRequest {
  /** A word to the owner. */
  @IsOptional() @IsText(1, 2000)
  message?: string;

  /** A hold of the caller, or an offer to them, whose place the booking takes; what of the stay is left out here is taken from the hold. */
  @MayBeLeftOut() @IsId()
  holdId?: string;
}

/** Asks for a booking; it is confirmed at once where the listing books instantly, else it waits for the owner. */
export const PlaceBooking = defineCommand<PlaceBookingRequest, BookingView>({
  topic: 'booking.place-booking',
  request: PlaceBookingRequest,
  reply: BookingView,
  problems: [
    NotFound, SlotTaken, AlreadyRequested, ScheduleClash, OwnListing, NotBookable, Past, TooShort, TooLong, TooFar, OverCapacity, Closed, OptionNotOffered, ...PROMOTION_PROBLEMS,
    HoldEnded,
  ],
});

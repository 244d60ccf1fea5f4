import { NotFound, defineCommand } from '@bookable/kernel';
import { IsId, IsText } from '@bookable/wire';
import { IsOptional } from 'class-validator';
import { AlreadyRequested, Closed, NotBookable, Past, ScheduleClash, SlotTaken, TooFar, TooLong, TooShort } from './booking.errors';
import { BookingView } from './booking.view';
import { WaitlistEntryView } from './waitlist-entry.view';
import { NotOffered, NotWaiting } from './waitlist.errors';

/** Which entry is meant. */
export class WaitlistEntryRequest {
  @IsId()
  entryId: string;
}

/** Which offer is taken, with a word to the owner. */
export class TakeOfferRequest extends WaitlistEntryRequest {
  @IsOptional() @IsText(1, 2000)
  message?: string;
}

/** Turns the place that is held for an entry into a booking, as if it had been asked for in the ordinary way. */
export const TakeOffer = defineCommand<TakeOfferRequest, BookingView>({
  topic: 'booking.take-offer',
  request: TakeOfferRequest,
  reply: BookingView,
  problems: [NotFound, NotOffered, SlotTaken, AlreadyRequested, ScheduleClash, NotBookable, Past, TooShort, TooLong, TooFar, Closed],
});

/** Gives an offer on to the next in line. */
export const PassOffer = defineCommand<WaitlistEntryRequest, WaitlistEntryView>({
  topic: 'booking.pass-offer',
  request: WaitlistEntryRequest,
  reply: WaitlistEntryView,
  problems: [NotFound, NotOffered],
});

/** Leaves the line; what was offered goes to the next. */
export const LeaveWaitlist = defineCommand<WaitlistEntryRequest>({
  topic: 'booking.leave-waitlist',
  request: WaitlistEntryRequest,
  problems: [NotFound, NotWaiting],
});

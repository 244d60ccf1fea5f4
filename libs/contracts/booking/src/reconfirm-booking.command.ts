import { defineCommand, defineProblem } from '@bookable/kernel';
import { NotYourBooking, ScheduleClash, WrongStatus } from './booking.errors';
import { BookingView } from './booking.view';
import { TransitionRequest } from './transition-booking.command';

/** Nothing about the booking has to be confirmed again. */
export const NotInDoubt = defineProblem('not-in-doubt', 'conflict', 'There is nothing to confirm again.');

/**
 * The guest confirms a booking again that is in doubt, because they have other plans for the time of the event by now. They
 * have to give those up first: while they stand, `otherListingId` names what is in the way. Who would rather stay away
 * cancels, and where the host has moved the event gets everything back.
 */
export const ReconfirmBooking = defineCommand<TransitionRequest, BookingView>({
  topic: 'booking.reconfirm-booking',
  request: TransitionRequest,
  reply: BookingView,
  problems: [WrongStatus, NotYourBooking, NotInDoubt, ScheduleClash],
});

import { defineCommand } from '@bookable/kernel';
import { IsId, IsText } from '@bookable/wire';
import { IsOptional } from 'class-validator';
import { NotYourBooking, ScheduleClash, SlotTaken, TooEarly, WrongStatus } from './booking.errors';
import { BookingView } from './booking.view';

/** Which booking is to move on. */
export class TransitionRequest {
  @IsId()
  bookingId: string;
}

/** Which request is refused, and why. */
export class RejectBookingRequest extends TransitionRequest {
  /** Why; the renter reads it. */
  @IsText(1, 2000)
  reason: string;
}

/** Which booking is called off, and why. */
export class CancelBookingRequest extends TransitionRequest {
  @IsOptional() @IsText(1, 2000)
  reason?: string;
}

const problems = [WrongStatus, NotYourBooking];
const parts = { request: TransitionRequest, reply: BookingView, problems };

/** The owner accepts a request. For an event this takes the seats, so it may find them taken, or the guest gone elsewhere by now. */
export const ConfirmBooking = defineCommand<TransitionRequest, BookingView>({ ...parts, topic: 'booking.confirm-booking', problems: [...problems, SlotTaken, ScheduleClash] });

/** The owner refuses a request and says why. */
export const RejectBooking = defineCommand<RejectBookingRequest, BookingView>({ ...parts, topic: 'booking.reject-booking', request: RejectBookingRequest });

/** The renter withdraws, or the owner calls off what was confirmed. */
export const CancelBooking = defineCommand<CancelBookingRequest, BookingView>({ ...parts, topic: 'booking.cancel-booking', request: CancelBookingRequest });

/** The owner hands over: the stay begins. */
export const StartBooking = defineCommand<TransitionRequest, BookingView>({ ...parts, topic: 'booking.start-booking' });

/** The owner takes back: the stay has ended. */
export const CompleteBooking = defineCommand<TransitionRequest, BookingView>({ ...parts, topic: 'booking.complete-booking' });

/** The guest takes up an invitation. */
export const AcceptInvitation = defineCommand<TransitionRequest, BookingView>({ ...parts, topic: 'booking.accept-invitation', problems: [...problems, ScheduleClash] });

/** The guest turns an invitation down. */
export const DeclineInvitation = defineCommand<TransitionRequest, BookingView>({ ...parts, topic: 'booking.decline-invitation' });

/** The owner says that nobody came. */
export const MarkNoShow = defineCommand<TransitionRequest, BookingView>({ ...parts, topic: 'booking.mark-no-show', problems: [...problems, TooEarly] });

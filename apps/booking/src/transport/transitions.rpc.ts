import { Controller } from '@nestjs/common';
import {
  AcceptInvitation, CancelBooking, type CancelBookingRequest, CompleteBooking, ConfirmBooking, DeclineInvitation, MarkNoShow, RejectBooking,
  type RejectBookingRequest, StartBooking, type TransitionRequest,
} from '@bookable/contracts-booking';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { MoveBooking } from '../application/move-booking';

/** The steps of a booking. Which of them are allowed is written in the table of transitions alone. */
@Controller()
export class TransitionsRpc {
  constructor(private readonly moveBooking: MoveBooking) {}

  /** `booking.confirm-booking` */
  @Handles(ConfirmBooking)
  confirm(request: TransitionRequest, context: MessageContext) {
    return this.moveBooking.execute('confirm', request, context);
  }

  /** `booking.reject-booking` */
  @Handles(RejectBooking)
  reject(request: RejectBookingRequest, context: MessageContext) {
    return this.moveBooking.execute('reject', request, context);
  }

  /** `booking.cancel-booking` */
  @Handles(CancelBooking)
  cancel(request: CancelBookingRequest, context: MessageContext) {
    return this.moveBooking.execute('cancel', request, context);
  }

  /** `booking.start-booking` */
  @Handles(StartBooking)
  start(request: TransitionRequest, context: MessageContext) {
    return this.moveBooking.execute('start', request, context);
  }

  /** `booking.complete-booking` */
  @Handles(CompleteBooking)
  complete(request: TransitionRequest, context: MessageContext) {
    return this.moveBooking.execute('complete', request, context);
  }

  /** `booking.accept-invitation` */
  @Handles(AcceptInvitation)
  accept(request: TransitionRequest, context: MessageContext) {
    return this.moveBooking.execute('accept', request, context);
  }

  /** `booking.decline-invitation` */
  @Handles(DeclineInvitation)
  decline(request: TransitionRequest, context: MessageContext) {
    return this.moveBooking.execute('decline', request, context);
  }

  /** `booking.mark-no-show` */
  @Handles(MarkNoShow)
  noShow(request: TransitionRequest, context: MessageContext) {
    return this.moveBooking.execute('no-show', request, context);
  }
}

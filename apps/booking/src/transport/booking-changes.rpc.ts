import { Controller } from '@nestjs/common';
import { AcceptChange, ChangeBooking, type ChangeBookingRequest, ReconfirmBooking, RejectChange, type TransitionRequest, WithdrawChange } from '@bookable/contracts-booking';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { AnswerChange } from '../application/answer-change';
import { ChangeBooking as ChangeBookingCase } from '../application/change-booking';
import { ReconfirmBooking as ReconfirmBookingCase } from '../application/doubts/reconfirm-booking';

/** Changes of what was booked, and confirming it again after one. */
@Controller()
export class BookingChangesRpc {
  constructor(
    private readonly changeBooking: ChangeBookingCase,
    private readonly answerChange: AnswerChange,
    private readonly reconfirmBooking: ReconfirmBookingCase,
  ) {}

  /** `booking.change-booking` */
  @Handles(ChangeBooking)
  change(request: ChangeBookingRequest, context: MessageContext) {
    return this.changeBooking.execute(request, context);
  }

  /** `booking.accept-change` */
  @Handles(AcceptChange)
  accept(request: TransitionRequest, context: MessageContext) {
    return this.answerChange.execute('accept-change', request, context);
  }

  /** `booking.reject-change` */
  @Handles(RejectChange)
  reject(request: TransitionRequest, context: MessageContext) {
    return this.answerChange.execute('reject-change', request, context);
  }

  /** `booking.withdraw-change` */
  @Handles(WithdrawChange)
  withdraw(request: TransitionRequest, context: MessageContext) {
    return this.answerChange.execute('withdraw-change', request, context);
  }

  /** `booking.reconfirm-booking` */
  @Handles(ReconfirmBooking)
  reconfirm(request: TransitionRequest, context: MessageContext) {
    return this.reconfirmBooking.execute(request, context);
  }
}

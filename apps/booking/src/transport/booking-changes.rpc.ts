import { Controller } from '@nestjs/common';
import { AcceptChange, ChangeBooking, type ChangeBookingRequest, RejectChange, type TransitionRequest } from '@bookable/contracts-booking';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { AnswerChange } from '../application/answer-change';
import { ChangeBooking as ChangeBookingCase } from '../application/change-booking';

/** Changes of what was booked. */
@Controller()
export class BookingChangesRpc {
  constructor(
    private readonly changeBooking: ChangeBookingCase,
    private readonly answerChange: AnswerChange,
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
}

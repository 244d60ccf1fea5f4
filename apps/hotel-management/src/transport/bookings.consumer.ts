import { BookingCancelled, BookingChanged, BookingCompleted, BookingConfirmed, BookingFacts, BookingNoShow } from '@bookable/contracts-booking';
import { Consumes, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { FollowBooking } from '../application/bookings/follow-booking';

/** Hears of rooms that were booked like any listing. */
@Controller()
export class BookingsConsumer {
  constructor(private readonly followBooking: FollowBooking) {}

  @Consumes(BookingConfirmed)
  confirmed(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.followBooking.execute(facts, context);
  }

  @Consumes(BookingChanged)
  changed(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.followBooking.execute(facts, context);
  }

  @Consumes(BookingCancelled)
  cancelled(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.followBooking.execute(facts, context);
  }

  @Consumes(BookingCompleted)
  completed(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.followBooking.execute(facts, context);
  }

  @Consumes(BookingNoShow)
  missed(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.followBooking.execute(facts, context);
  }
}

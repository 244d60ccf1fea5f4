import { BookingCompleted, type BookingFacts } from '@bookable/contracts-booking';
import { Consumes, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { LearnCompletedBooking } from '../application/learn-completed-booking';

@Controller()
export class BookingCompletedConsumer {
  constructor(private readonly learnCompletedBooking: LearnCompletedBooking) {}

  @Consumes(BookingCompleted)
  completed(facts: BookingFacts, context: MessageContext) {
    return this.learnCompletedBooking.fromEvent(facts, context);
  }
}

import {
  BookingCancelled, BookingChangeExpired, BookingChangeProposed, BookingChangeRejected, BookingChangeWithdrawn, BookingChanged, BookingCompleted, BookingConfirmed,
  BookingDeclined, BookingDoubted, BookingExpired, BookingFacts, BookingInvited, BookingNoShow, BookingReconfirmed,
  BookingRejected, BookingRequested, BookingStarted,
} from '@bookable/contracts-booking';
import { Consumes, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { TellPeople } from '../application/tell-people';

/** Tells renters and owners what happens to their bookings. */
@Controller()
export class BookingsConsumer {
  constructor(private readonly tellPeople: TellPeople) {}

  @Consumes(BookingRequested)
  requested(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(BookingRequested, facts, context);
  }

  @Consumes(BookingConfirmed)
  confirmed(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(BookingConfirmed, facts, context);
  }

  @Consumes(BookingRejected)
  rejected(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(BookingRejected, facts, context);
  }

  @Consumes(BookingCancelled)
  cancelled(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(BookingCancelled, facts, context);
  }

  @Consumes(BookingExpired)
  expired(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(BookingExpired, facts, context);
  }

  @Consumes(BookingStarted)
  started(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(BookingStarted, facts, context);
  }

  @Consumes(BookingCompleted)
  completed(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(BookingCompleted, facts, context);
  }

  @Consumes(BookingInvited)
  invited(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(BookingInvited, facts, context);
  }

  @Consumes(BookingDeclined)
  declined(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(BookingDeclined, facts, context);
  }

  @Consumes(BookingNoShow)
  noShow(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(BookingNoShow, facts, context);
  }

  @Consumes(BookingChanged)
  changed(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(BookingChanged, facts, context);
  }

  @Consumes(BookingChangeProposed)
  changeProposed(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(BookingChangeProposed, facts, context);
  }

  @Consumes(BookingChangeRejected)
  changeRejected(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(BookingChangeRejected, facts, context);
  }

  @Consumes(BookingChangeExpired)
  changeExpired(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(BookingChangeExpired, facts, context);
  }

  @Consumes(BookingChangeWithdrawn)
  changeWithdrawn(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(BookingChangeWithdrawn, facts, context);
  }

  @Consumes(BookingDoubted)
  doubted(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(BookingDoubted, facts, context);
  }

  @Consumes(BookingReconfirmed)
  reconfirmed(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(BookingReconfirmed, facts, context);
  }
}

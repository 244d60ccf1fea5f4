import {
  BookingCancelled, BookingChangeExpired, BookingChangeProposed, BookingChangeRejected, BookingChangeWithdrawn, BookingChanged, BookingCompleted, BookingConfirmed,
  BookingDeclined, BookingDoubted, BookingExpired, BookingFacts, BookingInvited, BookingNoShow, BookingReconfirmed,
  BookingRejected, BookingRequested, BookingStarted,
} from '@bookable/contracts-booking';
import type { EventContract } from '@bookable/kernel';
import { Consumes, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { PlanReminders } from '../application/reminders/plan-reminders';
import { TellPeople } from '../application/tell-people';

/** Tells renters and owners what happens to their bookings, and keeps what they are reminded of up with it. */
@Controller()
export class BookingsConsumer {
  constructor(
    private readonly tellPeople: TellPeople,
    private readonly planReminders: PlanReminders,
  ) {}

  @Consumes(BookingRequested)
  requested(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.hear(BookingRequested, facts, context);
  }

  @Consumes(BookingConfirmed)
  confirmed(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.hear(BookingConfirmed, facts, context);
  }

  @Consumes(BookingRejected)
  rejected(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.hear(BookingRejected, facts, context);
  }

  @Consumes(BookingCancelled)
  cancelled(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.hear(BookingCancelled, facts, context);
  }

  @Consumes(BookingExpired)
  expired(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.hear(BookingExpired, facts, context);
  }

  @Consumes(BookingStarted)
  started(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.hear(BookingStarted, facts, context);
  }

  @Consumes(BookingCompleted)
  completed(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.hear(BookingCompleted, facts, context);
  }

  @Consumes(BookingInvited)
  invited(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.hear(BookingInvited, facts, context);
  }

  @Consumes(BookingDeclined)
  declined(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.hear(BookingDeclined, facts, context);
  }

  @Consumes(BookingNoShow)
  noShow(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.hear(BookingNoShow, facts, context);
  }

  @Consumes(BookingChanged)
  changed(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.hear(BookingChanged, facts, context);
  }

  @Consumes(BookingChangeProposed)
  changeProposed(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.hear(BookingChangeProposed, facts, context);
  }

  @Consumes(BookingChangeRejected)
  changeRejected(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.hear(BookingChangeRejected, facts, context);
  }

  @Consumes(BookingChangeExpired)
  changeExpired(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.hear(BookingChangeExpired, facts, context);
  }

  @Consumes(BookingChangeWithdrawn)
  changeWithdrawn(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.hear(BookingChangeWithdrawn, facts, context);
  }

  @Consumes(BookingDoubted)
  doubted(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.hear(BookingDoubted, facts, context);
  }

  @Consumes(BookingReconfirmed)
  reconfirmed(facts: BookingFacts, context: MessageContext): Promise<void> {
    return this.hear(BookingReconfirmed, facts, context);
  }

  /** Each in a transaction of its own, and each once however often the fact comes. */
  private async hear(fact: EventContract<BookingFacts>, facts: BookingFacts, context: MessageContext): Promise<void> {
    await this.tellPeople.execute(fact, facts, context);
    await this.planReminders.execute(facts, context);
  }
}

import { CleaningDone, CleaningNoticeFacts, CleaningRequested, DepartureDue, StayNoticeFacts, StayOverdue } from '@bookable/contracts-hotel-management';
import { Consumes, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { TellPeople } from '../application/tell-people';

/** Tells those who work in a hotel who leaves, who has not left, and what is to be cleaned. */
@Controller()
export class HotelNoticesConsumer {
  constructor(private readonly tellPeople: TellPeople) {}

  @Consumes(DepartureDue)
  departure(facts: StayNoticeFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(DepartureDue, facts, context);
  }

  @Consumes(StayOverdue)
  overdue(facts: StayNoticeFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(StayOverdue, facts, context);
  }

  @Consumes(CleaningRequested)
  cleaning(facts: CleaningNoticeFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(CleaningRequested, facts, context);
  }

  @Consumes(CleaningDone)
  clean(facts: CleaningNoticeFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(CleaningDone, facts, context);
  }
}

import { CleaningDone, CleaningNoticeFacts, CleaningRequested, DepartureDue, LineNoticeFacts, RoomHeld, StayNoticeFacts, StayOverdue } from '@bookable/contracts-hotel-management';
import { Consumes, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { TellPeople } from '../application/tell-people';

/** Tells those who work in a hotel who leaves, who has not left, what is to be cleaned, and what is held for whom they have put in line. */
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

  @Consumes(RoomHeld)
  held(facts: LineNoticeFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(RoomHeld, facts, context);
  }
}

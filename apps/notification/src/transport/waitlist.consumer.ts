import { WaitlistFacts, WaitlistLapsed, WaitlistOffered, WaitlistTaken } from '@bookable/contracts-booking';
import { Consumes, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { TellPeople } from '../application/tell-people';

/** Tells those who wait what is offered to them, and owners who has taken it. */
@Controller()
export class WaitlistConsumer {
  constructor(private readonly tellPeople: TellPeople) {}

  @Consumes(WaitlistOffered)
  offered(facts: WaitlistFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(WaitlistOffered, facts, context);
  }

  @Consumes(WaitlistLapsed)
  lapsed(facts: WaitlistFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(WaitlistLapsed, facts, context);
  }

  @Consumes(WaitlistTaken)
  taken(facts: WaitlistFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(WaitlistTaken, facts, context);
  }
}

import { ModeratorAppointed, ModeratorDismissed, ModeratorFacts } from '@bookable/contracts-booking';
import { Consumes, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { TellPeople } from '../application/tell-people';

/** Tells those who help the hosts of events what they may do, and no longer may. */
@Controller()
export class ModeratorsConsumer {
  constructor(private readonly tellPeople: TellPeople) {}

  @Consumes(ModeratorAppointed)
  appointed(facts: ModeratorFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(ModeratorAppointed, facts, context);
  }

  @Consumes(ModeratorDismissed)
  dismissed(facts: ModeratorFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(ModeratorDismissed, facts, context);
  }
}

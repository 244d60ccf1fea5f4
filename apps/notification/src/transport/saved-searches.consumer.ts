import { SavedSearchMatched, type SavedSearchMatchedFacts } from '@bookable/contracts-catalog';
import { Consumes, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { TellPeople } from '../application/tell-people';

/** Tells people what newly fits the searches they keep. */
@Controller()
export class SavedSearchesConsumer {
  constructor(private readonly tellPeople: TellPeople) {}

  @Consumes(SavedSearchMatched)
  matched(facts: SavedSearchMatchedFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(SavedSearchMatched, facts, context);
  }
}

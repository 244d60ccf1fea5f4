import { ListingChanged, type ListingFacts, ListingPublished } from '@bookable/contracts-catalog';
import { Consumes, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { KeepEventAudience } from '../application/keep-event-audience';

/** Hears whom events are for. */
@Controller()
export class ListingChangedConsumer {
  constructor(private readonly keepEventAudience: KeepEventAudience) {}

  @Consumes(ListingPublished)
  published(facts: ListingFacts, context: MessageContext): Promise<void> {
    return this.keepEventAudience.execute(facts, context);
  }

  @Consumes(ListingChanged)
  changed(facts: ListingFacts, context: MessageContext): Promise<void> {
    return this.keepEventAudience.execute(facts, context);
  }
}

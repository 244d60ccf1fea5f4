import { ListingChanged, ListingFacts, ListingPublished } from '@bookable/contracts-catalog';
import { Consumes, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { MoveReminders } from '../application/reminders/move-reminders';

/** Hears when events take place. */
@Controller()
export class ListingsConsumer {
  constructor(private readonly moveReminders: MoveReminders) {}

  @Consumes(ListingPublished)
  published(facts: ListingFacts, context: MessageContext): Promise<void> {
    return this.moveReminders.execute(facts, context);
  }

  @Consumes(ListingChanged)
  changed(facts: ListingFacts, context: MessageContext): Promise<void> {
    return this.moveReminders.execute(facts, context);
  }
}

import { Controller } from '@nestjs/common';
import { EventChangeFacts, EventChanged } from '@bookable/contracts-catalog';
import { Consumes, type MessageContext } from '@bookable/platform-bus';
import { TellGuests } from '../application/events/tell-guests';

/** Hears what hosts change of their events. */
@Controller()
export class EventChangedConsumer {
  constructor(private readonly tellGuests: TellGuests) {}

  /** `catalog.event.changed` */
  @Consumes(EventChanged)
  changed(facts: EventChangeFacts, context: MessageContext) {
    return this.tellGuests.execute(facts, context);
  }
}

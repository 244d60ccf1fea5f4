import { Controller } from '@nestjs/common';
import { EventChangeFacts, EventChanged, EventMoveFacts, EventMoved } from '@bookable/contracts-catalog';
import { Consumes, type MessageContext } from '@bookable/platform-bus';
import { TellGuests } from '../application/events/tell-guests';
import { TellOfMove } from '../application/events/tell-of-move';

/** Hears what hosts change of their events. */
@Controller()
export class EventChangedConsumer {
  constructor(
    private readonly tellGuests: TellGuests,
    private readonly tellOfMove: TellOfMove,
  ) {}

  /** `catalog.event.changed` */
  @Consumes(EventChanged)
  changed(facts: EventChangeFacts, context: MessageContext) {
    return this.tellGuests.execute(facts, context);
  }

  /** `catalog.event.moved` */
  @Consumes(EventMoved)
  moved(facts: EventMoveFacts, context: MessageContext) {
    return this.tellOfMove.execute(facts, context);
  }
}

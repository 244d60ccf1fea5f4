import { EventMoveNews, EventMoveNewsFacts, EventNews, EventNewsFacts } from '@bookable/contracts-booking';
import { Consumes, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { TellPeople } from '../application/tell-people';

/** Tells the people of events what their hosts have changed, and when they take place now. */
@Controller()
export class EventsConsumer {
  constructor(private readonly tellPeople: TellPeople) {}

  @Consumes(EventNews)
  changed(facts: EventNewsFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(EventNews, facts, context);
  }

  @Consumes(EventMoveNews)
  moved(facts: EventMoveNewsFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(EventMoveNews, facts, context);
  }
}

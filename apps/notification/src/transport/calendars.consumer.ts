import { CalendarClashed, CalendarFacts, CalendarLost, CalendarRecovered } from '@bookable/contracts-booking';
import { Consumes, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { TellPeople } from '../application/tell-people';

/** Tells owners what becomes of the calendars that their listings read. */
@Controller()
export class CalendarsConsumer {
  constructor(private readonly tellPeople: TellPeople) {}

  @Consumes(CalendarLost)
  lost(facts: CalendarFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(CalendarLost, facts, context);
  }

  @Consumes(CalendarRecovered)
  recovered(facts: CalendarFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(CalendarRecovered, facts, context);
  }

  @Consumes(CalendarClashed)
  clashed(facts: CalendarFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(CalendarClashed, facts, context);
  }
}

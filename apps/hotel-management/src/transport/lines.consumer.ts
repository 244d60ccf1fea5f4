import { WaitlistFacts, WaitlistOffered } from '@bookable/contracts-booking';
import { Consumes, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { TellOfHeldRoom } from '../application/line/tell-of-held-room';

/** Hears of what has become free for whoever waits. */
@Controller()
export class LinesConsumer {
  constructor(private readonly tellOfHeldRoom: TellOfHeldRoom) {}

  @Consumes(WaitlistOffered)
  offered(facts: WaitlistFacts, context: MessageContext): Promise<void> {
    return this.tellOfHeldRoom.execute(facts, context);
  }
}

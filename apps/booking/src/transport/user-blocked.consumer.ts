import { Controller } from '@nestjs/common';
import { type BlockFacts, UserBlocked } from '@bookable/contracts-review';
import { Consumes, type MessageContext } from '@bookable/platform-bus';
import { PartFromModerator } from '../application/events/part-from-moderator';

/** Parts who want to have nothing to do with each other. */
@Controller()
export class UserBlockedConsumer {
  constructor(private readonly partFromModerator: PartFromModerator) {}

  /** `review.user.blocked` */
  @Consumes(UserBlocked)
  blocked(facts: BlockFacts, context: MessageContext) {
    return this.partFromModerator.execute(facts, context);
  }
}

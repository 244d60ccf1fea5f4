import { DeletedUserFacts, UserDeleted } from '@bookable/contracts-auth';
import { Consumes, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { EraseLinks } from '../application/erase-links';

/** Erases what belongs to somebody who has left. */
@Controller()
export class UserDeletedConsumer {
  constructor(private readonly eraseLinks: EraseLinks) {}

  @Consumes(UserDeleted)
  erase(facts: DeletedUserFacts, context: MessageContext): Promise<void> {
    return this.eraseLinks.execute(facts, context);
  }
}

import { Controller } from '@nestjs/common';
import { type DeletedUserFacts, UserDeleted } from '@bookable/contracts-auth';
import { Consumes, type MessageContext } from '@bookable/platform-bus';
import { ForgetUser } from '../application/forget-user';

/** Ends what a person who is gone cannot keep. */
@Controller()
export class UserDeletedConsumer {
  constructor(private readonly forgetUser: ForgetUser) {}

  /** `auth.user.deleted` */
  @Consumes(UserDeleted)
  deleted(facts: DeletedUserFacts, context: MessageContext) {
    return this.forgetUser.execute(facts, context);
  }
}

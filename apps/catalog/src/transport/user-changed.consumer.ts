import { type DeletedUserFacts, UserChanged, UserDeleted, type UserFacts, UserRegistered } from '@bookable/contracts-auth';
import { Consumes, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { KeepHost } from '../application/keep-host';

@Controller()
export class UserChangedConsumer {
  constructor(private readonly keepHost: KeepHost) {}

  @Consumes(UserRegistered)
  registered(facts: UserFacts, context: MessageContext) {
    return this.keepHost.keep(facts, context);
  }

  @Consumes(UserChanged)
  changed(facts: UserFacts, context: MessageContext) {
    return this.keepHost.keep(facts, context);
  }

  @Consumes(UserDeleted)
  deleted(facts: DeletedUserFacts, context: MessageContext) {
    return this.keepHost.forget(facts, context);
  }
}

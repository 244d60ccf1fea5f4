import { type DeletedUserFacts, UserChanged, UserDeleted, type UserFacts, UserRegistered } from '@bookable/contracts-auth';
import { Consumes, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { KeepPerson } from '../application/keep-person';

@Controller()
export class UserChangedConsumer {
  constructor(private readonly keepPerson: KeepPerson) {}

  @Consumes(UserRegistered)
  registered(facts: UserFacts, context: MessageContext) {
    return this.keepPerson.keep(facts, context);
  }

  @Consumes(UserChanged)
  changed(facts: UserFacts, context: MessageContext) {
    return this.keepPerson.keep(facts, context);
  }

  @Consumes(UserDeleted)
  deleted(facts: DeletedUserFacts, context: MessageContext) {
    return this.keepPerson.forget(facts, context);
  }
}

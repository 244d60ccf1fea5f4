import { type DeletedUserFacts, UserChanged, UserDeleted, type UserFacts, UserRegistered } from '@bookable/contracts-auth';
import { Consumes, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { KnowAccount } from '../application/know-account';

@Controller()
export class AccountsConsumer {
  constructor(private readonly knowAccount: KnowAccount) {}

  /** An imported account has its address confirmed from the beginning. */
  @Consumes(UserRegistered)
  registered(facts: UserFacts, context: MessageContext) {
    return this.knowAccount.changed(facts, context);
  }

  @Consumes(UserChanged)
  changed(facts: UserFacts, context: MessageContext) {
    return this.knowAccount.changed(facts, context);
  }

  @Consumes(UserDeleted)
  deleted(facts: DeletedUserFacts, context: MessageContext) {
    return this.knowAccount.gone(facts, context);
  }
}

import { DeletedUserFacts, UserChanged, UserDeleted, UserFacts, UserRegistered } from '@bookable/contracts-auth';
import { Consumes, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { ErasePerson } from '../application/erase-person';
import { KeepPerson } from '../application/keep-person';

/** Keeps up with the people there are. */
@Controller()
export class PeopleConsumer {
  constructor(
    private readonly keepPerson: KeepPerson,
    private readonly erasePerson: ErasePerson,
  ) {}

  @Consumes(UserRegistered)
  registered(facts: UserFacts, context: MessageContext): Promise<void> {
    return this.keepPerson.execute(facts, context);
  }

  @Consumes(UserChanged)
  changed(facts: UserFacts, context: MessageContext): Promise<void> {
    return this.keepPerson.execute(facts, context);
  }

  @Consumes(UserDeleted)
  deleted(facts: DeletedUserFacts, context: MessageContext): Promise<void> {
    return this.erasePerson.execute(facts, context);
  }
}

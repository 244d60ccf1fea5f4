import type { UserFacts } from '@bookable/contracts-auth';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { PersonStore } from '../persistence/person.store';

/** Keeps up with how people are called, where mail reaches them and in which language. */
@Injectable()
export class KeepPerson {
  constructor(
    private readonly database: Database,
    private readonly people: PersonStore,
  ) {}

  execute(user: UserFacts, context: MessageContext): Promise<void> {
    return this.database.consume(context, (tx) => this.people.save(user, tx));
  }
}

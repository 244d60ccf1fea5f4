import { type DeletedUserFacts, GetUserFacts, type UserFacts } from '@bookable/contracts-auth';
import { Bus, type MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { BlockedPersonStore } from '../persistence/blocked-person.store';
import { FollowStore } from '../persistence/follow.store';
import { PersonStore } from '../persistence/person.store';

/** Keeps the names people go by, and forgets those who leave; what they wrote stays, without a name. */
@Injectable()
export class KeepPerson {
  constructor(
    private readonly database: Database,
    private readonly bus: Bus,
    private readonly people: PersonStore,
    private readonly follows: FollowStore,
    private readonly blocked: BlockedPersonStore,
  ) {}

  async keep(facts: UserFacts, context: MessageContext): Promise<void> {
    await this.database.consume(context, (tx) => this.people.keep(tx, facts.id, facts.name, facts.version));
  }

  /** Makes sure that somebody exists: auth is asked where its word of them has not come yet, and refuses whom it does not know. */
  async insistOn(id: string): Promise<void> {
    if (await this.people.exists(this.database, id)) return;
    const { name, version } = await this.bus.request(GetUserFacts, { id });
    await this.people.keep(this.database, id, name, version);
  }

  async forget(facts: DeletedUserFacts, context: MessageContext): Promise<void> {
    await this.database.consume(context, async (tx) => {
      await this.people.keep(tx, facts.id, null, facts.version);
      await this.follows.forget(tx, facts.id);
      await this.blocked.forget(tx, facts.id);
    });
  }
}

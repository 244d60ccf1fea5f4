import type { DeletedUserFacts, UserFacts } from '@bookable/contracts-auth';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { GuestStore } from '../persistence/guest.store';
import { StaffStore } from '../persistence/staff.store';

/** Lets an account in where its address is awaited, and lets go of accounts that are gone. */
@Injectable()
export class KnowAccount {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffStore,
    private readonly guests: GuestStore,
  ) {}

  changed({ id, email, emailVerified }: UserFacts, context: MessageContext): Promise<void> {
    return this.database.consume(context, async (tx) => {
      if (emailVerified) await this.staff.letIn(tx, id, email);
    });
  }

  gone({ id }: DeletedUserFacts, context: MessageContext): Promise<void> {
    return this.database.consume(context, async (tx) => {
      await this.staff.forget(tx, id);
      await this.guests.forgetAccount(tx, id);
    });
  }
}

import { type BlockUserRequest, BlocksOneself, UserBlocked } from '@bookable/contracts-review';
import { DomainError } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { BlockedPersonStore } from '../persistence/blocked-person.store';
import { callerOf } from './caller';
import { FollowUser } from './follow-user';
import { KeepPerson } from './keep-person';

/** One person wants to have nothing to do with another, or has thought better of it; doing either twice changes nothing. */
@Injectable()
export class BlockUser {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly blocked: BlockedPersonStore,
    private readonly follows: FollowUser,
    private readonly keepPerson: KeepPerson,
  ) {}

  async block({ userId }: BlockUserRequest, context: MessageContext): Promise<void> {
    const blockerId = callerOf(context);
    if (blockerId === userId) throw new DomainError(BlocksOneself);
    await this.keepPerson.insistOn(userId);
    await this.database.transaction(async (tx) => {
      await this.blocked.holdPair(tx, blockerId, userId);
      if (!(await this.blocked.add(tx, blockerId, userId, this.clock.now()))) return;
      tx.publish(UserBlocked, { blockerId, blockedId: userId });
      await this.follows.set(tx, userId, blockerId, false);
      await this.follows.set(tx, blockerId, userId, false);
    });
  }

  async unblock({ userId }: BlockUserRequest, context: MessageContext): Promise<void> {
    await this.blocked.remove(this.database, callerOf(context), userId);
  }
}

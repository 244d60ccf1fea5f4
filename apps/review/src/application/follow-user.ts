import { CannotFollow, type FollowUserRequest, FollowsOneself, UserFollowed, UserUnfollowed } from '@bookable/contracts-review';
import { DomainError } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { BlockedPersonStore } from '../persistence/blocked-person.store';
import { FollowStore } from '../persistence/follow.store';
import { callerOf } from './caller';
import { KeepPerson } from './keep-person';

/** One person begins or ends following another; doing either twice changes nothing. */
@Injectable()
export class FollowUser {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly follows: FollowStore,
    private readonly blocked: BlockedPersonStore,
    private readonly keepPerson: KeepPerson,
  ) {}

  async follow({ userId }: FollowUserRequest, context: MessageContext): Promise<void> {
    const followerId = callerOf(context);
    if (followerId === userId) throw new DomainError(FollowsOneself);
    await this.keepPerson.insistOn(userId);
    await this.database.transaction(async (tx) => {
      await this.blocked.holdPair(tx, followerId, userId);
      if (await this.blocked.standsBetween(tx, followerId, userId)) throw new DomainError(CannotFollow);
      await this.set(tx, followerId, userId, true);
    });
  }

  async unfollow({ userId }: FollowUserRequest, context: MessageContext): Promise<void> {
    const followerId = callerOf(context);
    await this.database.transaction((tx) => this.set(tx, followerId, userId, false));
  }

  /** Sets whether one follows the other, and tells of it where that is new. */
  async set(tx: Transaction, followerId: string, followedId: string, following: boolean): Promise<void> {
    const version = await this.follows.set(tx, followerId, followedId, following, this.clock.now());
    if (version !== undefined) tx.publish(following ? UserFollowed : UserUnfollowed, { followerId, followedId, following, version });
  }
}

import { type FollowUserRequest, FollowsOneself, UserFollowed, UserUnfollowed } from '@bookable/contracts-review';
import { DomainError, Unauthenticated } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { FollowStore } from '../persistence/follow.store';
import { KeepPerson } from './keep-person';

/** One person begins or ends following another; doing either twice changes nothing. */
@Injectable()
export class FollowUser {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly follows: FollowStore,
    private readonly keepPerson: KeepPerson,
  ) {}

  async follow(request: FollowUserRequest, context: MessageContext): Promise<void> {
    const followerId = actorOf(context);
    if (followerId === request.userId) throw new DomainError(FollowsOneself);
    await this.keepPerson.insistOn(request.userId);
    await this.set(followerId, request.userId, true);
  }

  async unfollow(request: FollowUserRequest, context: MessageContext): Promise<void> {
    await this.set(actorOf(context), request.userId, false);
  }

  private async set(followerId: string, followedId: string, following: boolean): Promise<void> {
    await this.database.transaction(async (tx) => {
      const version = await this.follows.set(tx, followerId, followedId, following, this.clock.now());
      if (version !== undefined) tx.publish(following ? UserFollowed : UserUnfollowed, { followerId, followedId, following, version });
    });
  }
}

function actorOf(context: MessageContext): string {
  if (!context.actor) throw new DomainError(Unauthenticated);
  return context.actor.userId;
}

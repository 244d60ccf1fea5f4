import { defineEvent } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { IsBoolean, IsInt } from 'class-validator';

/** Whether one person follows another, as of a version. */
export class FollowFacts {
  @IsId()
  followerId: string;

  @IsId()
  followedId: string;

  @IsBoolean()
  following: boolean;

  @IsInt()
  version: number;
}

const aggregateId = (facts: FollowFacts) => facts.followedId;

export const UserFollowed = defineEvent<FollowFacts>({ topic: 'review.user.followed', payload: FollowFacts, aggregateId });
export const UserUnfollowed = defineEvent<FollowFacts>({ topic: 'review.user.unfollowed', payload: FollowFacts, aggregateId });

import { defineCommand } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { CannotFollow, FollowsOneself } from './review.errors';

export class FollowUserRequest {
  /** Whom the caller follows from now on. */
  @IsId()
  userId: string;
}

/** Follows a person; following twice changes nothing. */
export const FollowUser = defineCommand<FollowUserRequest>({ topic: 'review.follow-user', request: FollowUserRequest, problems: [CannotFollow, FollowsOneself] });

/** Stops following a person; stopping twice changes nothing. */
export const UnfollowUser = defineCommand<FollowUserRequest>({ topic: 'review.unfollow-user', request: FollowUserRequest });

import { defineQuery } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { IsBoolean } from 'class-validator';

/** Who might follow whom. */
export class GetFollowRequest {
  @IsId()
  followerId: string;

  @IsId()
  followedId: string;
}

/** Whether they do. */
export class FollowStateView {
  @IsBoolean()
  isFollowing: boolean;
}

/** Whether one person follows another at this moment; between services. */
export const GetFollow = defineQuery<GetFollowRequest, FollowStateView>({ topic: 'review.get-follow', request: GetFollowRequest, reply: FollowStateView });

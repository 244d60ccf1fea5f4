import { type Page, defineQuery } from '@bookable/kernel';
import { IsId, IsInstant, PageRequest } from '@bookable/wire';
import { IsOptional, IsString } from 'class-validator';

export class FindFollowsRequest extends PageRequest {
  @IsId()
  userId: string;
}

/** A person at the other end of a follow. */
export class FollowView {
  @IsId()
  id: string;

  @IsOptional() @IsString()
  name: string | null;

  @IsInstant()
  since: string;
}

/** Who follows a person, newest first. */
export const FindFollowers = defineQuery<FindFollowsRequest, Page<FollowView>>({
  topic: 'review.find-followers',
  request: FindFollowsRequest,
  reply: FollowView,
  answers: 'page',
});

/** Whom a person follows, newest first. */
export const FindFollowing = defineQuery<FindFollowsRequest, Page<FollowView>>({
  topic: 'review.find-following',
  request: FindFollowsRequest,
  reply: FollowView,
  answers: 'page',
});

import {
  BlockUser as BlockUserContract, type BlockUserRequest, FindBlocked, type FindBlockedRequest, FindFollowers, FindFollowing, type FindFollowsRequest,
  FollowUser as FollowUserContract, type FollowUserRequest, GetFollow, type GetFollowRequest, UnblockUser, UnfollowUser,
} from '@bookable/contracts-review';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { BlockUser } from '../application/block-user';
import { FindFollows } from '../application/find-follows';
import { FollowUser } from '../application/follow-user';

@Controller()
export class FollowsRpc {
  constructor(
    private readonly followUser: FollowUser,
    private readonly blockUser: BlockUser,
    private readonly findFollows: FindFollows,
  ) {}

  @Handles(FollowUserContract)
  follow(request: FollowUserRequest, context: MessageContext) {
    return this.followUser.follow(request, context);
  }

  @Handles(UnfollowUser)
  unfollow(request: FollowUserRequest, context: MessageContext) {
    return this.followUser.unfollow(request, context);
  }

  @Handles(FindFollowers)
  followers(request: FindFollowsRequest) {
    return this.findFollows.execute('followers', request);
  }

  @Handles(FindFollowing)
  following(request: FindFollowsRequest) {
    return this.findFollows.execute('following', request);
  }

  @Handles(BlockUserContract)
  block(request: BlockUserRequest, context: MessageContext) {
    return this.blockUser.block(request, context);
  }

  @Handles(UnblockUser)
  unblock(request: BlockUserRequest, context: MessageContext) {
    return this.blockUser.unblock(request, context);
  }

  @Handles(FindBlocked)
  blocked(request: FindBlockedRequest, context: MessageContext) {
    return this.findFollows.ofBlocked(request, context);
  }

  @Handles(GetFollow)
  state(request: GetFollowRequest) {
    return this.findFollows.state(request);
  }
}

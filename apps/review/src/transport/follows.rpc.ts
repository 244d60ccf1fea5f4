import { FindFollowers, FindFollowing, type FindFollowsRequest, FollowUser as FollowUserContract, type FollowUserRequest, GetFollow, type GetFollowRequest, UnfollowUser } from '@bookable/contracts-review';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { FindFollows } from '../application/find-follows';
import { FollowUser } from '../application/follow-user';

@Controller()
export class FollowsRpc {
  constructor(
    private readonly followUser: FollowUser,
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

  @Handles(GetFollow)
  state(request: GetFollowRequest) {
    return this.findFollows.state(request);
  }
}

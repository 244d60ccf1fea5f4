import { type FollowStateView, GetFollow, type GetFollowRequest } from '@bookable/contracts-review';
import { BusModule, Handles } from '@bookable/platform-bus';
import type { ServiceDefinition } from '@bookable/platform-runtime';
import { Controller } from '@nestjs/common';
import { followers } from './stand-in-catalog';

/** What review would answer, from memory. */
@Controller()
class StandInFollowsRpc {
  @Handles(GetFollow)
  async state({ followerId }: GetFollowRequest): Promise<FollowStateView> {
    return { isFollowing: followers.has(followerId) };
  }
}

class StandInReviewModule {}

/** Another service in the place of review. */
export const standInReview: ServiceDefinition = {
  name: 'review',
  module: (_env, { bus }) => ({ module: StandInReviewModule, imports: [BusModule.register(bus)], controllers: [StandInFollowsRpc] }),
};

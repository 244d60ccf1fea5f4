import { type FollowFacts, RatingChanged, type RatingFacts, UserFollowed, UserUnfollowed } from '@bookable/contracts-review';
import { Consumes, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { KeepCopies } from '../application/keep-copies';

@Controller()
export class ReviewToldConsumer {
  constructor(private readonly keepCopies: KeepCopies) {}

  @Consumes(RatingChanged)
  ratingChanged(facts: RatingFacts, context: MessageContext) {
    return this.keepCopies.rating(facts, context);
  }

  @Consumes(UserFollowed)
  followed(facts: FollowFacts, context: MessageContext) {
    return this.keepCopies.follow(facts, context);
  }

  @Consumes(UserUnfollowed)
  unfollowed(facts: FollowFacts, context: MessageContext) {
    return this.keepCopies.follow(facts, context);
  }
}

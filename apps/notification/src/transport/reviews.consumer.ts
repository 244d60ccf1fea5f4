import { FollowFacts, ReviewFacts, ReviewPublished, UserFollowed } from '@bookable/contracts-review';
import { Consumes, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { TellPeople } from '../application/tell-people';

/** Tells people what others say of them, and who follows them. */
@Controller()
export class ReviewsConsumer {
  constructor(private readonly tellPeople: TellPeople) {}

  @Consumes(ReviewPublished)
  published(facts: ReviewFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(ReviewPublished, facts, context);
  }

  @Consumes(UserFollowed)
  followed(facts: FollowFacts, context: MessageContext): Promise<void> {
    return this.tellPeople.execute(UserFollowed, facts, context);
  }
}

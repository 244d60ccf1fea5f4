import {
  FindModeratedReviews as FindModeratedReviewsContract, type FindModeratedReviewsRequest, HideReview, type ModerateReviewRequest, RestoreReview,
} from '@bookable/contracts-review';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { FindModeratedReviews } from '../application/find-moderated-reviews';
import { ModerateReview } from '../application/moderate-review';

@Controller()
export class ModerationRpc {
  constructor(
    private readonly findModeratedReviews: FindModeratedReviews,
    private readonly moderateReview: ModerateReview,
  ) {}

  @Handles(FindModeratedReviewsContract)
  find(request: FindModeratedReviewsRequest, context: MessageContext) {
    return this.findModeratedReviews.execute(request, context);
  }

  @Handles(HideReview)
  hide(request: ModerateReviewRequest, context: MessageContext) {
    return this.moderateReview.hide(request, context);
  }

  @Handles(RestoreReview)
  restore(request: ModerateReviewRequest, context: MessageContext) {
    return this.moderateReview.restore(request, context);
  }
}

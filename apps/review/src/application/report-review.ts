import type { ReportReviewRequest } from '@bookable/contracts-review';
import { DomainError, NotFound, Unauthenticated } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { ModerationStore } from '../persistence/moderation.store';
import { ReviewStore } from '../persistence/review.store';

/** Somebody thinks a review that is shown to them should not stand. */
@Injectable()
export class ReportReview {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reviews: ReviewStore,
    private readonly moderation: ModerationStore,
  ) {}

  async execute(request: ReportReviewRequest, context: MessageContext): Promise<void> {
    const reporterId = context.actor?.userId;
    if (!reporterId) throw new DomainError(Unauthenticated);
    const review = await this.reviews.find(this.database, request.reviewId);
    if (!review?.publishedAt || !(await this.reviews.isShownTo(this.database, review.id, reporterId))) throw new DomainError(NotFound);
    await this.moderation.report(this.database, review.id, reporterId, request.reason, this.clock.now());
  }
}

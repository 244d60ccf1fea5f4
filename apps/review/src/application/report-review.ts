import type { ReportReviewRequest } from '@bookable/contracts-review';
import { DomainError, NotFound, Unauthenticated } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { EventAudienceStore } from '../persistence/event-audience.store';
import { ReviewStore } from '../persistence/review.store';

/** Somebody thinks a review that is shown to them should not stand. */
@Injectable()
export class ReportReview {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reviews: ReviewStore,
    private readonly audiences: EventAudienceStore,
  ) {}

  async execute(request: ReportReviewRequest, context: MessageContext): Promise<void> {
    const reporterId = context.actor?.userId;
    if (!reporterId) throw new DomainError(Unauthenticated);
    const review = await this.reviews.find(this.database, request.reviewId);
    const isShown = review?.publishedAt && (review.rated === 'user' || (await this.audiences.isOpenTo(this.database, review.subjectId, reporterId)));
    if (!isShown) throw new DomainError(NotFound);
    await this.reviews.report(this.database, review.id, reporterId, request.reason, this.clock.now());
  }
}

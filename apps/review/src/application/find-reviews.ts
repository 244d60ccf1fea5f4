import type { FindReviewsRequest, FindUserReviewsRequest, ReviewView } from '@bookable/contracts-review';
import { type Page, pageOf } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import type { PageRequest } from '@bookable/wire';
import { Injectable } from '@nestjs/common';
import { ReviewReader } from '../persistence/review.reader';
import { reviewKeyOf } from './review-key';
import { presentReview } from './present-review';

/** Reads what is shown of a listing or person, or by a person, and what the reader wrote themselves. */
@Injectable()
export class FindReviews {
  constructor(
    private readonly database: Database,
    private readonly reviews: ReviewReader,
  ) {}

  execute({ subject, subjectId, ...page }: FindReviewsRequest, context: MessageContext): Promise<Page<ReviewView>> {
    return this.page(subject, subjectId, page, context);
  }

  ofUser({ userId, side = 'received', ...page }: FindUserReviewsRequest, context: MessageContext): Promise<Page<ReviewView>> {
    return this.page(side === 'written' ? 'author' : 'user', userId, page, context);
  }

  private async page(about: 'listing' | 'user' | 'author', id: string, { limit = 20, cursor }: PageRequest, { actor }: MessageContext): Promise<Page<ReviewView>> {
    const rows = await this.reviews.page(this.database, about, id, { reader: actor?.userId ?? null, before: reviewKeyOf(cursor), limit: limit + 1 });
    return pageOf(rows, limit, presentReview, (review) => [review.id]);
  }
}

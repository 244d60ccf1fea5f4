import type { FindReviewsRequest, ReviewView } from '@bookable/contracts-review';
import { type CursorKey, type Page, cursorKey, isId, pageOf } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { ReviewStore } from '../persistence/review.store';
import { presentReview } from './present-review';

/** Reads what is shown of a listing or person, and what the reader wrote of it. */
@Injectable()
export class FindReviews {
  constructor(
    private readonly database: Database,
    private readonly reviews: ReviewStore,
  ) {}

  async execute(request: FindReviewsRequest, context: MessageContext): Promise<Page<ReviewView>> {
    const limit = request.limit ?? 20;
    const [before] = request.cursor ? cursorKey(request.cursor, isReviewKey) : [null];
    const rows = await this.reviews.findPage(this.database, request.subject, request.subjectId, context.actor?.userId ?? null, before, limit + 1);
    return pageOf(rows, limit, presentReview, (review) => [review.id]);
  }
}

function isReviewKey(key: CursorKey): key is readonly [string] {
  return key.length === 1 && isId(key[0]);
}

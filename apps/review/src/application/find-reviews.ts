import type { FindReviewsRequest, ReviewView } from '@bookable/contracts-review';
import { DomainError, Malformed, type Page, decodeCursor, encodeCursor, isId } from '@bookable/kernel';
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
    const before = request.cursor ? reviewIdIn(request.cursor) : null;
    const rows = await this.reviews.findPage(this.database, request.subject, request.subjectId, context.actor?.userId ?? null, before, limit + 1);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items: items.map(presentReview), nextCursor: rows.length > limit && last ? encodeCursor([last.id]) : null };
  }
}

function reviewIdIn(cursor: string): string {
  const [id] = decodeCursor(cursor) ?? [];
  if (!isId(id)) throw new DomainError(Malformed, 'The cursor is not one of ours.', { errors: [{ path: 'cursor', message: 'is not a cursor of this list' }] });
  return id;
}

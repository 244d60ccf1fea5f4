import type { FindHistoryRequest, HistoryEntryView } from '@bookable/contracts-review';
import { type CursorKey, type Page, cursorKey, isId, pageOf } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { ReviewReader } from '../persistence/review.reader';
import { presentReview } from './present-review';

/** Reads what a person has let, hosted and been to, with what is shown of it. */
@Injectable()
export class FindHistory {
  constructor(
    private readonly database: Database,
    private readonly reviews: ReviewReader,
  ) {}

  async execute({ userId, limit = 20, cursor }: FindHistoryRequest, { actor }: MessageContext): Promise<Page<HistoryEntryView>> {
    const [completedAt, bookingId] = cursor === undefined ? [null, null] : cursorKey(cursor, isHistoryKey);
    const stays = await this.reviews.history(this.database, userId, actor?.userId ?? null, { completedAt, bookingId }, limit + 1);
    const reviews = await this.reviews.ofBookings(this.database, stays.map((stay) => stay.bookingId));
    const reviewsOf = (id: string) => reviews.filter((review) => review.bookingId === id).map(presentReview);
    return pageOf(
      stays,
      limit,
      (stay) => ({ ...stay, completedAt: stay.completedAt.toISOString(), reviews: reviewsOf(stay.bookingId) }),
      (stay) => [stay.completedAt.toISOString(), stay.bookingId],
    );
  }
}

function isHistoryKey(key: CursorKey): key is readonly [string, string] {
  const [completedAt, bookingId] = key;
  return key.length === 2 && typeof completedAt === 'string' && !Number.isNaN(Date.parse(completedAt)) && isId(bookingId);
}

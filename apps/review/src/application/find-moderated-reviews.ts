import { AUDITED } from '@bookable/contracts-operations';
import type { FindModeratedReviewsRequest, ModeratedReviewView } from '@bookable/contracts-review';
import { type Page, pageOf } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { ModerationStore } from '../persistence/moderation.store';
import { administratorOf } from './administrator';
import { presentModerated } from './present-review';
import { reviewKeyOf } from './review-key';

/** Shows administrators what waits for a decision, or what is hidden. */
@Injectable()
export class FindModeratedReviews {
  constructor(
    private readonly database: Database,
    private readonly moderation: ModerationStore,
  ) {}

  async execute({ state = 'reported', limit = 20, cursor }: FindModeratedReviewsRequest, context: MessageContext): Promise<Page<ModeratedReviewView>> {
    administratorOf(context);
    const rows = await this.moderation.page(this.database, state, reviewKeyOf(cursor), limit + 1);
    await this.database.transaction(async (tx) => tx.audit({ action: AUDITED.moderatedReviewsRead, as: 'admin', affects: [...new Set(rows.slice(0, limit).map(({ authorId }) => authorId))] }));
    return pageOf(rows, limit, presentModerated, (review) => [review.id]);
  }
}

import { AUDITED } from '@bookable/contracts-operations';
import type { FindRevisionsRequest, RevisionView } from '@bookable/contracts-review';
import { type CursorKey, DomainError, Forbidden, NotFound, type Page, Unauthenticated, cursorKey, pageOf } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { ReviewReader } from '../persistence/review.reader';
import { ReviewStore } from '../persistence/review.store';

/** Shows the author of a review, or an administrator, what it said before. */
@Injectable()
export class FindRevisions {
  constructor(
    private readonly database: Database,
    private readonly reviews: ReviewStore,
    private readonly reader: ReviewReader,
  ) {}

  async execute({ reviewId, limit = 20, cursor }: FindRevisionsRequest, context: MessageContext): Promise<Page<RevisionView>> {
    await this.insistOnAuthor(reviewId, context);
    const before = cursor === undefined ? null : cursorKey(cursor, isRevisionKey)[0];
    const rows = await this.reader.revisions(this.database, reviewId, before, limit + 1);
    return pageOf(rows, limit, ({ stars, text, salt, hash, replacedAt }) => ({ stars, text, seal: { salt, hash }, replacedAt: replacedAt.toISOString() }), ({ version }) => [version]);
  }

  private async insistOnAuthor(reviewId: string, { actor }: MessageContext): Promise<void> {
    if (!actor) throw new DomainError(Unauthenticated);
    const review = await this.reviews.find(this.database, reviewId);
    if (!review) throw new DomainError(NotFound);
    if (review.authorId === actor.userId) return;
    if (actor.roles.includes('admin')) {
      await this.database.transaction(async (tx) => tx.audit({ action: AUDITED.revisionsRead, as: 'admin', subject: `review ${reviewId}`, affects: [review.authorId] }));
      return;
    }
    throw new DomainError((await this.reviews.isShownTo(this.database, reviewId, actor.userId)) ? Forbidden : NotFound);
  }
}

function isRevisionKey(key: CursorKey): key is readonly [number] {
  return key.length === 1 && Number.isInteger(key[0]);
}

import { NotFound, type Page, defineQuery } from '@bookable/kernel';
import { IsId, IsInstant, IsText, PageRequest } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsInt, Max, Min, ValidateNested } from 'class-validator';
import { ReviewSealView } from './review-seal.view';

export class FindRevisionsRequest extends PageRequest {
  @IsId()
  reviewId: string;
}

/** What a review said before it was changed. */
export class RevisionView {
  @IsInt() @Min(1) @Max(5)
  stars: number;

  @IsText(0, 5000)
  text: string;

  /** The seal of these words. */
  @ValidateNested() @Type(() => ReviewSealView)
  seal: ReviewSealView;

  @IsInstant()
  replacedAt: string;
}

/** What a review said before, the latest first; for its author and for administrators. */
export const FindRevisions = defineQuery<FindRevisionsRequest, Page<RevisionView>>({
  topic: 'review.find-revisions',
  request: FindRevisionsRequest,
  reply: RevisionView,
  answers: 'page',
  problems: [NotFound],
});

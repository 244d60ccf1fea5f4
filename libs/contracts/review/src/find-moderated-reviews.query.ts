import { Forbidden, type Page, defineQuery } from '@bookable/kernel';
import { PageRequest } from '@bookable/wire';
import { IsIn, IsOptional } from 'class-validator';
import { ModeratedReviewView } from './moderated-review.view';

/** What administrators look at: `reported` since anything was last decided of it, or `hidden`. */
export const MODERATION_STATES = ['reported', 'hidden'] as const;
/** One of them. */
export type ModerationState = (typeof MODERATION_STATES)[number];

export class FindModeratedReviewsRequest extends PageRequest {
  /** `reported` unless told. */
  @IsOptional() @IsIn(MODERATION_STATES)
  state?: ModerationState;
}

/** Reviews that wait for a decision, or are hidden, newest first; for administrators. */
export const FindModeratedReviews = defineQuery<FindModeratedReviewsRequest, Page<ModeratedReviewView>>({
  topic: 'review.find-moderated-reviews',
  request: FindModeratedReviewsRequest,
  reply: ModeratedReviewView,
  answers: 'page',
  problems: [Forbidden],
});

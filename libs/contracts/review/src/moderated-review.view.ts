import { IsId, IsInstant, IsText } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsArray, IsIn, ValidateNested } from 'class-validator';
import { ReviewView } from './review.view';

/** That somebody thinks a review should not stand. */
export class ReportView {
  @IsId()
  reporterId: string;

  @IsText(1, 1000)
  reason: string;

  @IsInstant()
  reportedAt: string;
}

/** What administrators have decided: `hidden`, `restored` after that, or `kept` though it was reported. */
export const REVIEW_DECISIONS = ['hidden', 'restored', 'kept'] as const;
/** One of the decisions. */
export type ReviewDecision = (typeof REVIEW_DECISIONS)[number];

/** A decision, who made it and why. */
export class DecisionView {
  @IsIn(REVIEW_DECISIONS)
  decision: ReviewDecision;

  @IsId()
  decidedBy: string;

  @IsText(1, 1000)
  reason: string;

  @IsInstant()
  decidedAt: string;
}

/** A review as administrators see it: with what was said against it, and what was decided, the first first. */
export class ModeratedReviewView extends ReviewView {
  @IsArray() @ValidateNested({ each: true }) @Type(() => ReportView)
  reports: ReportView[];

  @IsArray() @ValidateNested({ each: true }) @Type(() => DecisionView)
  decisions: DecisionView[];
}

import { type Page, defineQuery } from '@bookable/kernel';
import { IsId, IsInstant, PageRequest } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsArray, IsIn, ValidateNested } from 'class-validator';
import { ReviewView } from './review.view';

export class FindHistoryRequest extends PageRequest {
  @IsId()
  userId: string;
}

/** On which side of it somebody was. */
export const HISTORY_ROLES = ['owner', 'renter'] as const;
/** One of the sides. */
export type HistoryRole = (typeof HISTORY_ROLES)[number];

/** Something that took place, as far as those who were there have told. */
export class HistoryEntryView {
  @IsId()
  bookingId: string;

  @IsId()
  listingId: string;

  /** Whether the person let it, or hosted it, or came. */
  @IsIn(HISTORY_ROLES)
  role: HistoryRole;

  @IsInstant()
  completedAt: string;

  /** What is shown of it; at least one. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => ReviewView)
  reviews: ReviewView[];
}

/**
 * What a person has let, hosted and been to, newest first, with its reviews. Where nobody has said anything that is shown,
 * nothing is told either.
 */
export const FindHistory = defineQuery<FindHistoryRequest, Page<HistoryEntryView>>({
  topic: 'review.find-history',
  request: FindHistoryRequest,
  reply: HistoryEntryView,
  answers: 'page',
});

import { defineEvent } from '@bookable/kernel';
import { RatingFacts } from './rating.view';

/** The rating of a listing or user has changed; carries all of it. */
export const RatingChanged = defineEvent<RatingFacts>({
  topic: 'review.rating.changed',
  payload: RatingFacts,
  aggregateId: (facts) => facts.subjectId,
});

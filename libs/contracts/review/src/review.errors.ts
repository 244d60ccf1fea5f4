import { defineProblem } from '@bookable/kernel';

/** A review is written after the stay has ended (A10). */
export const NotCompleted = defineProblem('not-completed', 'conflict', 'This booking is not completed yet.');
/** One review by one author of one subject for one booking. */
export const AlreadyReviewed = defineProblem('already-reviewed', 'conflict', 'You have reviewed this already.');
/** The booking has no such subject for this author: a renter reviews listing and host, an owner the guest. */
export const NotYoursToReview = defineProblem('not-yours-to-review', 'forbidden', 'This is not yours to review.');
/** Only a booking of an event has an event to review. */
export const NotAnEvent = defineProblem('not-an-event', 'rule-broken', 'This booking is not of an event.');
/** Nobody blocks themselves. */
export const BlocksOneself = defineProblem('blocks-oneself', 'rule-broken', 'You cannot block yourself.');
/** One of the two has blocked the other; which one is not said. */
export const CannotFollow = defineProblem('cannot-follow', 'forbidden', 'You cannot follow this person.');
/** A person does not follow themselves. */
export const FollowsOneself = defineProblem('follows-oneself', 'rule-broken', 'You cannot follow yourself.');

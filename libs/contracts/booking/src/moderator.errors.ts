import { defineProblem } from '@bookable/kernel';

/** Moderators are chosen from those who follow the host. */
export const NotAFollower = defineProblem('not-a-follower', 'rule-broken', 'Only somebody who follows the host can be a moderator, or be invited.');
/** An event has only so many moderators. */
export const TooManyModerators = defineProblem('too-many-moderators', 'rule-broken', 'An event has at most 50 moderators.');

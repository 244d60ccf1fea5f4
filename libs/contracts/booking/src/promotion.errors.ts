import { defineProblem } from '@bookable/kernel';

/** The listing has no promotion of this code, or not yet, or not any more. */
export const PromotionUnknown = defineProblem('promotion-unknown', 'rule-broken', 'There is no such promotion.');
/** Its time is over. */
export const PromotionEnded = defineProblem('promotion-ended', 'rule-broken', 'This promotion has ended.');
/** It was used as often as it may be: in all, or by this person. */
export const PromotionUsedUp = defineProblem('promotion-used-up', 'rule-broken', 'This promotion is used up.');
/** It is for other days, or for longer stays. */
export const PromotionNotForThisStay = defineProblem('promotion-not-for-this-stay', 'rule-broken', 'This promotion is not for this stay.');
/** The listing has a promotion of this code. */
export const PromotionKnown = defineProblem('promotion-known', 'conflict', 'There is a promotion of this code already.');
/** A listing has so many promotions at once and no more. */
export const TooManyPromotions = defineProblem('too-many-promotions', 'conflict', 'There are as many promotions as a listing may have.');

/** Why a promotion may not be had with a stay. */
export const PROMOTION_PROBLEMS = [PromotionUnknown, PromotionEnded, PromotionUsedUp, PromotionNotForThisStay] as const;

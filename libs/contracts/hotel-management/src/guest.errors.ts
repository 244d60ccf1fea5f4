import { defineProblem } from '@bookable/kernel';

/** A guest can be reached by phone, by e-mail, or both (E4). */
export const GuestOutOfReach = defineProblem('guest-out-of-reach', 'rule-broken', 'A guest needs a phone number or an e-mail address.');
/** This account is a guest of the hotel already. */
export const AlreadyAGuest = defineProblem('already-a-guest', 'conflict', 'You are a guest of this hotel already.');
/** One of the two records has been merged into another before, or both are the same. */
export const NothingToMerge = defineProblem('nothing-to-merge', 'conflict', 'These records cannot be merged.');

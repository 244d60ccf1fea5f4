import { defineProblem } from '@bookable/kernel';

/** The birth date given has not come yet in the hotel's time zone. */
export const NotBornYet = defineProblem('not-born-yet', 'rule-broken', 'This birth date lies ahead.');

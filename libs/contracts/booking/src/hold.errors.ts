import { defineProblem } from '@bookable/kernel';

/** The hold or offer has run out, was given back, or has become a booking. */
export const HoldEnded = defineProblem('hold-ended', 'gone', 'This time is no longer kept for you.');
/** A hold is renewed once. */
export const HoldRenewed = defineProblem('hold-renewed', 'conflict', 'This has been kept for longer once already.');
/** The caller holds as much as one person may, of this listing or in all. */
export const TooManyHolds = defineProblem('too-many-holds', 'conflict', 'You keep too much at once; let go of something first.');

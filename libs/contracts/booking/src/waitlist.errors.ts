import { defineProblem } from '@bookable/kernel';

/** Nothing has to be waited for: the time and the places asked for can be booked at this moment. */
export const StillFree = defineProblem('still-free', 'conflict', 'This is free now: book it.');
/** The caller waits already for a time of this listing that overlaps this one; for an event, for the event. */
export const AlreadyWaiting = defineProblem('already-waiting', 'conflict', 'You are waiting for this already.');
/** Nothing is offered to this entry, or no longer; the fact `entryStatus` names its present status. */
export const NotOffered = defineProblem('not-offered', 'conflict', 'Nothing is offered to you here now.');
/** The entry has come to an end; the fact `entryStatus` names which. */
export const NotWaiting = defineProblem('not-waiting', 'conflict', 'You are not waiting for this any more.');

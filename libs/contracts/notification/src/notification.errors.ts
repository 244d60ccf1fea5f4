import { defineProblem } from '@bookable/kernel';

/** Warnings about the safety of an account always reach its owner. */
export const MandatoryNotification = defineProblem('mandatory-notification', 'rule-broken', 'This notification cannot be switched off.');

import { defineProblem } from '@bookable/kernel';

/** Registration with an address that has an account. */
export const EmailTaken = defineProblem('email-taken', 'conflict', 'There is an account with this e-mail address.');
/** A chosen password that attackers would guess early; the fact `reason` says which rule it broke. */
export const WeakPassword = defineProblem('weak-password', 'rule-broken', 'This password is too easy to guess.');
/** A mail link that was used, replaced by a newer one, has expired, or never was. */
export const LinkNotValid = defineProblem('link-not-valid', 'gone', 'This link has been used or has expired.');
/** A name that is empty once its invisible characters are gone. */
export const UnusableName = defineProblem('unusable-name', 'rule-broken', 'This name cannot be shown.');

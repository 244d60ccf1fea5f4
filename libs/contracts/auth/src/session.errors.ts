import { defineProblem } from '@bookable/kernel';

/** The same refusal for an unknown address and a wrong password. */
export const BadCredentials = defineProblem('bad-credentials', 'unauthenticated', 'The e-mail address or the password is wrong.');
/** Too many wrong passwords for this account or from this address; `retryAfterSeconds` says how long to wait. */
export const TooManyAttempts = defineProblem('too-many-attempts', 'too-many', 'Too many wrong passwords; wait, or reset the password by e-mail.');
/** A refresh token that is unknown, has expired, was used before, or whose session has ended. */
export const SessionOver = defineProblem('session-over', 'unauthenticated', 'This session has ended; sign in again.');

import { defineProblem } from './problem';

/** The input does not have the shape the route asks for. */
export const Malformed = defineProblem('malformed', 'malformed', 'The request is malformed.');
/** Nobody is signed in, or the token is not valid. */
export const Unauthenticated = defineProblem('unauthenticated', 'unauthenticated', 'Sign in first.');
/** The caller is known, and may not do this. */
export const Forbidden = defineProblem('forbidden', 'forbidden', 'You may not do this.');
/** It does not exist, or is not visible to the caller. */
export const NotFound = defineProblem('not-found', 'not-found', 'There is no such thing here.');
/** The same idempotency key came with another body (Idempotency-Key draft, section 2.7). */
export const IdempotencyKeyReused = defineProblem('idempotency-key-reused', 'rule-broken', 'This idempotency key was used with another request.');
/** A part of the system does not answer; the same request may succeed later. */
export const Unavailable = defineProblem('unavailable', 'unavailable', 'A part of the service is down.');
/** The caller asked too often. */
export const TooManyRequests = defineProblem('too-many-requests', 'too-many', 'Too many requests.');

import { defineProblem } from '@bookable/kernel';

/** Another link already answers at this slug. */
export const SlugTaken = defineProblem('slug-taken', 'conflict', 'This slug is taken.');
/** The slug is a word of the platform's own, or has a shape that no link may have. */
export const SlugNotAllowed = defineProblem('slug-not-allowed', 'rule-broken', 'This slug cannot be used.');
/** The target is not a public http(s) address, carries credentials, or is itself a short link. */
export const UrlNotAllowed = defineProblem('url-not-allowed', 'rule-broken', 'Links to this address cannot be made.');
/** A link must expire after it is made. */
export const ExpiryInThePast = defineProblem('expiry-in-the-past', 'rule-broken', 'The expiry lies in the past.');
/** The link existed and its time is over. */
export const LinkExpired = defineProblem('link-expired', 'gone', 'This link has expired.');

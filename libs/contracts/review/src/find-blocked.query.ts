import { type Page, defineQuery } from '@bookable/kernel';
import { PageRequest } from '@bookable/wire';
import { FollowView } from './find-follows.query';

export class FindBlockedRequest extends PageRequest {}

/** Whom the caller has blocked and since when, newest first; nobody else is told. */
export const FindBlocked = defineQuery<FindBlockedRequest, Page<FollowView>>({
  topic: 'review.find-blocked',
  request: FindBlockedRequest,
  reply: FollowView,
  answers: 'page',
});

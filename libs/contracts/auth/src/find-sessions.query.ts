import { defineQuery, type Page } from '@bookable/kernel';
import { PageRequest } from '@bookable/wire';
import { SessionView } from './session.view';

/** A page of the caller's own sessions. */
export class FindSessionsRequest extends PageRequest {}

/** Where the caller is signed in, the latest session first. */
export const FindSessions = defineQuery<FindSessionsRequest, Page<SessionView>>({
  topic: 'auth.find-sessions',
  request: FindSessionsRequest,
  reply: SessionView,
  answers: 'page',
});

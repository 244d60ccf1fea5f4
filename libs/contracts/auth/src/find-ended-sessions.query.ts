import { defineQuery } from '@bookable/kernel';
import { EndedSessionFacts } from './session-ended.event';

/** Asks for all of them. */
export class FindEndedSessionsRequest {}

/** Which sessions ended so recently that an access token of theirs may still have time to run. */
export const FindEndedSessions = defineQuery<FindEndedSessionsRequest, EndedSessionFacts[]>({
  topic: 'auth.find-ended-sessions',
  request: FindEndedSessionsRequest,
  reply: EndedSessionFacts,
  answers: 'list',
});

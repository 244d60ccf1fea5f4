import { defineEvent } from '@bookable/kernel';
import { IsId, IsInstant } from '@bookable/wire';
import { IsOptional } from 'class-validator';

/** Which session is over; all of the user's that began before `endedAt`, where none is named. */
export class EndedSessionFacts {
  @IsId()
  userId: string;

  @IsOptional() @IsId()
  sessionId?: string;

  @IsInstant()
  endedAt: string;

  /** The one session that goes on, where all others have ended. */
  @IsOptional() @IsId()
  exceptSessionId?: string;
}

/** Access tokens of the session are to be refused from now on, and its sockets closed. */
export const SessionEnded = defineEvent<EndedSessionFacts>({
  topic: 'auth.session.ended',
  payload: EndedSessionFacts,
  aggregateId: (facts) => facts.userId,
});

/** Whether a session is among those that ended. A session's id is a UUIDv7, so it says itself when the session began. */
export function sessionIsAmong(ended: EndedSessionFacts, userId: string, sessionId: string): boolean {
  if (ended.userId !== userId || ended.exceptSessionId === sessionId) return false;
  if (ended.sessionId !== undefined) return ended.sessionId === sessionId;
  const beganAtMs = parseInt(sessionId.slice(0, 8) + sessionId.slice(9, 13), 16);
  return beganAtMs <= Date.parse(ended.endedAt);
}

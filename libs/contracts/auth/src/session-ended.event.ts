import { defineEvent } from '@bookable/kernel';
import { IsId, IsInstant } from '@bookable/wire';
import { IsOptional } from 'class-validator';

/**
 * Which session is over; all of the user's that began before `endedAt`, where none is named.
 * A session's id is a UUIDv7, so it says itself in which millisecond the session began.
 */
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

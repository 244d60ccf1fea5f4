import { defineCommand, NotFound } from '@bookable/kernel';
import { IsId } from '@bookable/wire';

/** One of the caller's own sessions. */
export class EndSessionRequest {
  @IsId()
  sessionId: string;
}

/** Signs the caller out somewhere else, or here. */
export const EndSession = defineCommand<EndSessionRequest>({ topic: 'auth.end-session', request: EndSessionRequest, problems: [NotFound] });

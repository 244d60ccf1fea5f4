import type { EndedSessionFacts } from '@bookable/contracts-auth';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { ACCESS_TOKEN_TTL_SECONDS } from '../domain/token-lifetimes';
import { EndedSessionStore } from '../persistence/ended-session.store';

/** Clocks of two machines differ by less. */
const CLOCK_SKEW_SECONDS = 60;

/** Which sessions ended so recently that an access token of theirs may still have time to run. */
@Injectable()
export class FindEndedSessions {
  constructor(
    private readonly ended: EndedSessionStore,
    private readonly clock: Clock,
  ) {}

  execute(): Promise<EndedSessionFacts[]> {
    const agoMs = (ACCESS_TOKEN_TTL_SECONDS + CLOCK_SKEW_SECONDS) * 1_000;
    return this.ended.since(new Date(this.clock.now().getTime() - agoMs));
  }
}

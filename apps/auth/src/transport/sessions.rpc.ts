import * as contracts from '@bookable/contracts-auth';
import type { Page } from '@bookable/kernel';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { EndSession } from '../application/end-session';
import { FindEndedSessions } from '../application/find-ended-sessions';
import { FindSessions } from '../application/find-sessions';
import { RefreshSession } from '../application/refresh-session';
import { SignIn } from '../application/sign-in';
import { SignOut } from '../application/sign-out';

/** Answers about sessions. */
@Controller()
export class SessionsRpc {
  constructor(
    private readonly signIn: SignIn,
    private readonly refreshSession: RefreshSession,
    private readonly signOut: SignOut,
    private readonly findSessions: FindSessions,
    private readonly endSession: EndSession,
    private readonly findEndedSessions: FindEndedSessions,
  ) {}

  @Handles(contracts.SignIn)
  begin(request: contracts.SignInRequest): Promise<contracts.SignedInView> {
    return this.signIn.execute(request);
  }

  @Handles(contracts.RefreshSession)
  refresh(request: contracts.RefreshSessionRequest): Promise<contracts.SignedInView> {
    return this.refreshSession.execute(request);
  }

  @Handles(contracts.SignOut)
  leave(request: contracts.SignOutRequest): Promise<void> {
    return this.signOut.execute(request);
  }

  @Handles(contracts.FindSessions)
  find(request: contracts.FindSessionsRequest, context: MessageContext): Promise<Page<contracts.SessionView>> {
    return this.findSessions.execute(request, context);
  }

  @Handles(contracts.EndSession)
  end(request: contracts.EndSessionRequest, context: MessageContext): Promise<void> {
    return this.endSession.execute(request, context);
  }

  @Handles(contracts.FindEndedSessions)
  findEnded(): Promise<contracts.EndedSessionFacts[]> {
    return this.findEndedSessions.execute();
  }
}

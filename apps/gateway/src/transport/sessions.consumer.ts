import { type EndedSessionFacts, SessionEnded, SigningKeysChanged } from '@bookable/contracts-auth';
import { ConsumesOnEveryReplica } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Sockets } from '../realtime/sockets';
import { AccessTokens } from '../tokens/access-tokens';
import { EndedSessions } from '../tokens/ended-sessions';
import { SigningKeys } from '../tokens/signing-keys';

/** Hears from auth what makes an access token bad before its time. */
@Controller()
export class SessionsConsumer {
  constructor(
    private readonly ended: EndedSessions,
    private readonly sockets: Sockets,
    private readonly keys: SigningKeys,
    private readonly tokens: AccessTokens,
  ) {}

  @ConsumesOnEveryReplica(SessionEnded)
  async forgetSession(facts: EndedSessionFacts): Promise<void> {
    this.ended.remember(facts);
    this.sockets.closeEnded(facts.userId);
  }

  @ConsumesOnEveryReplica(SigningKeysChanged)
  async renewKeys(): Promise<void> {
    await this.keys.refetch();
    this.tokens.forgetAll();
  }
}

import { NotificationCreated, type NotificationFacts } from '@bookable/contracts-notification';
import { ConsumesOnEveryReplica } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { PresenceChanged, type PresenceFacts } from '../realtime/presence-changed.event';
import { Presence } from '../realtime/presence';
import { Sockets } from '../realtime/sockets';

/** Pushes what people are told, and who comes and goes, to the sockets of this replica. */
@Controller()
export class PushedFactsConsumer {
  constructor(
    private readonly sockets: Sockets,
    private readonly presence: Presence,
  ) {}

  @ConsumesOnEveryReplica(NotificationCreated)
  async pushNotification({ userId, notification }: NotificationFacts): Promise<void> {
    this.sockets.tellUser(userId, 'notification', notification);
  }

  @ConsumesOnEveryReplica(PresenceChanged)
  async pushPresence(facts: PresenceFacts): Promise<void> {
    this.presence.heard(facts);
  }
}

import { type PushChannelView, PushEndpointRefused, PushIsOff, type PushSubscriptionRequest, type PushSubscriptionView, type SubscribeToPushesRequest } from '@bookable/contracts-notification';
import { DomainError, NotFound, newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { OutboundFault } from '@bookable/platform-outbound';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { WebPush } from '../../clients/web-push';
import { NotificationConfig } from '../../config';
import { PushSubscriptionStore } from '../../persistence/push-subscription.store';
import { ownId } from '../own-id';

/** More browsers than that nobody uses: the oldest were forgotten by their owners too. */
const BROWSERS_AT_MOST = 20;

/** Lets people say to which of their browsers is pushed. */
@Injectable()
export class PushSubscriptions {
  constructor(
    private readonly config: NotificationConfig,
    private readonly database: Database,
    private readonly subscriptions: PushSubscriptionStore,
    private readonly push: WebPush,
    private readonly clock: Clock,
  ) {}

  async look(context: MessageContext): Promise<PushChannelView> {
    const publicKey = this.config.vapid?.publicKey ?? null;
    return { isOn: publicKey !== null, publicKey, subscriptions: await this.subscriptions.of(ownId(context)) };
  }

  /** Where a push goes is said by people, so that it is judged here by its spelling, and by what it resolves to whenever one is sent. */
  async subscribe(request: SubscribeToPushesRequest, context: MessageContext): Promise<PushSubscriptionView> {
    const personId = ownId(context);
    if (!this.config.vapid) throw new DomainError(PushIsOff);
    this.insistOnUsable(request.endpoint);
    const { endpoint, keys: { p256dh, auth } } = request;
    return this.database.command(context, request, (tx) => this.subscriptions.save(tx, { id: newId(), personId, endpoint, p256dh, auth }, this.clock.now(), BROWSERS_AT_MOST));
  }

  async unsubscribe({ id }: PushSubscriptionRequest, context: MessageContext): Promise<void> {
    if (!(await this.subscriptions.remove(id, ownId(context)))) throw new DomainError(NotFound, 'There is no such subscription.');
  }

  private insistOnUsable(endpoint: string): void {
    try {
      this.push.check(endpoint);
    } catch (error) {
      if (error instanceof OutboundFault) throw new DomainError(PushEndpointRefused, undefined, { reason: error.word });
      throw error;
    }
  }
}

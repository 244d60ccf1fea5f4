import { Injectable } from '@nestjs/common';
import { Mailer } from '../../clients/mailer';
import { WebPush } from '../../clients/web-push';
import type { SendOutcome } from '../../domain/mail';
import type { ClaimedDelivery } from '../../persistence/delivery.store';
import { PushSubscriptionStore } from '../../persistence/push-subscription.store';
import { MailWriter } from '../mail-writer';

/** Carries a delivery out of the house over its channel. */
@Injectable()
export class CarryDelivery {
  constructor(
    private readonly writer: MailWriter,
    private readonly mailer: Mailer,
    private readonly subscriptions: PushSubscriptionStore,
    private readonly push: WebPush,
  ) {}

  async execute(delivery: ClaimedDelivery): Promise<SendOutcome> {
    return delivery.channel === 'push' ? this.toBrowser(delivery) : this.mailer.send(await this.writer.write(delivery));
  }

  /** A browser that has taken back its subscription is not pushed to any more. */
  private async toBrowser({ id, address, letter }: ClaimedDelivery): Promise<SendOutcome> {
    const subscription = await this.subscriptions.find(address);
    if (!subscription) return { kind: 'skipped', reason: 'the browser is no longer subscribed' };
    const outcome = await this.push.send(subscription, { id, type: letter.type, ...letter.notice, path: letter.path });
    if (outcome.kind !== 'gone') return outcome;
    await this.subscriptions.remove(subscription.id, null);
    return { kind: 'skipped', reason: 'the browser has taken back its subscription' };
  }
}

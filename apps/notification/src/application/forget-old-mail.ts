import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { NotificationConfig } from '../config';
import { DeadAddressStore } from '../persistence/dead-address.store';
import { DeliveryStore } from '../persistence/delivery.store';
import { EventTimeStore } from '../persistence/event-time.store';
import { KeptMailStore } from '../persistence/kept-mail.store';
import { NotificationStore } from '../persistence/notification.store';
import { ReminderStore } from '../persistence/reminder.store';

const DAY_MS = 24 * 3_600_000;

/**
 * Forgets what was told, to whom was written, and who was reminded, once nobody will ask. No fact comes again that late: a broker that was away
 * for so long has lost more than its redeliveries.
 */
@Injectable()
export class ForgetOldMail {
  constructor(
    private readonly deliveries: DeliveryStore,
    private readonly keptMails: KeptMailStore,
    private readonly reminders: ReminderStore,
    private readonly events: EventTimeStore,
    private readonly addresses: DeadAddressStore,
    private readonly notifications: NotificationStore,
    private readonly config: NotificationConfig,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    const daysAgo = (days: number) => new Date(this.clock.now().getTime() - days * DAY_MS);
    const { notifications, deliveries, keptMails } = this.config.kept;
    await this.notifications.forgetBefore(daysAgo(notifications));
    await this.keptMails.forgetBefore(daysAgo(keptMails));
    const settledLongAgo = daysAgo(deliveries);
    await this.deliveries.forgetSettledBefore(settledLongAgo);
    await this.reminders.forgetBefore(settledLongAgo);
    await this.addresses.forgetEventsBefore(settledLongAgo);
    await this.events.forgetBefore(settledLongAgo);
  }
}

import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { DeadAddressStore } from '../persistence/dead-address.store';
import { DeliveryStore } from '../persistence/delivery.store';
import { EventTimeStore } from '../persistence/event-time.store';
import { KeptMailStore } from '../persistence/kept-mail.store';
import { ReminderStore } from '../persistence/reminder.store';

const DAY_MS = 24 * 3_600_000;
const KEPT_MAIL_DAYS = 7;
const SETTLED_DELIVERY_DAYS = 90;

/**
 * Forgets to whom was written, and who was reminded, once nobody will ask. No fact comes again that late: a broker that was away
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
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    const daysAgo = (days: number) => new Date(this.clock.now().getTime() - days * DAY_MS);
    await this.deliveries.forgetSettledBefore(daysAgo(SETTLED_DELIVERY_DAYS));
    await this.keptMails.forgetBefore(daysAgo(KEPT_MAIL_DAYS));
    await this.reminders.forgetBefore(daysAgo(SETTLED_DELIVERY_DAYS));
    await this.addresses.forgetEventsBefore(daysAgo(SETTLED_DELIVERY_DAYS));
    await this.events.forgetBefore(daysAgo(SETTLED_DELIVERY_DAYS));
  }
}

import type { DeletedUserFacts } from '@bookable/contracts-auth';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { DeadAddressStore } from '../persistence/dead-address.store';
import { DeliveryStore } from '../persistence/delivery.store';
import { KeptMailStore } from '../persistence/kept-mail.store';
import { NotificationStore } from '../persistence/notification.store';
import { PersonStore } from '../persistence/person.store';
import { PreferenceStore } from '../persistence/preference.store';
import { PushSubscriptionStore } from '../persistence/push-subscription.store';
import { ReadingHoursStore } from '../persistence/reading-hours.store';
import { ReminderStore } from '../persistence/reminder.store';
import { UnsubscriptionStore } from '../persistence/unsubscription.store';

/** Forgets somebody who has left: whatever was told to them, was to be told, and how they wanted to be told. */
@Injectable()
export class ErasePerson {
  constructor(
    private readonly database: Database,
    private readonly people: PersonStore,
    private readonly preferences: PreferenceStore,
    private readonly notifications: NotificationStore,
    private readonly deliveries: DeliveryStore,
    private readonly keptMails: KeptMailStore,
    private readonly reminders: ReminderStore,
    private readonly unsubscriptions: UnsubscriptionStore,
    private readonly hours: ReadingHoursStore,
    private readonly addresses: DeadAddressStore,
    private readonly subscriptions: PushSubscriptionStore,
  ) {}

  execute({ id, version }: DeletedUserFacts, context: MessageContext): Promise<void> {
    return this.database.consume(context, async (tx) => {
      // Whoever reminds holds the reminder before the person. Kept mails and dead addresses are found by the address, and whoever tells this person something waits for the person's row.
      await this.reminders.eraseOf(tx, id);
      await this.keptMails.eraseOf(tx, id);
      await this.addresses.eraseOf(tx, id);
      await this.people.erase(tx, id, version);
      await this.preferences.eraseOf(tx, id);
      await this.unsubscriptions.eraseOf(tx, id);
      await this.hours.eraseOf(tx, id);
      await this.subscriptions.eraseOf(tx, id);
      await this.notifications.eraseOf(tx, id);
      await this.deliveries.eraseOf(tx, id);
    });
  }
}

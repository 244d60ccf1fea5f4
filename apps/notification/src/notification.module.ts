import { join } from 'node:path';
import { BusModule } from '@bookable/platform-bus';
import type { Environment } from '@bookable/platform-config';
import { DatabaseModule, type DatabaseOptions, migrateDatabase } from '@bookable/platform-database';
import { OperationsModule } from '@bookable/platform-operations';
import { OutboundFetcher } from '@bookable/platform-outbound';
import type { Platform, ServiceDefinition } from '@bookable/platform-runtime';
import { SealingModule, type SealingOptions } from '@bookable/platform-sealing';
import { type DynamicModule, type OnApplicationShutdown, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { ChangePreferences } from './application/change-preferences';
import { CarryDelivery } from './application/deliveries/carry-delivery';
import { DeadAddresses } from './application/deliveries/dead-addresses';
import { FindDeliveries } from './application/deliveries/find-deliveries';
import { PushSubscriptions } from './application/deliveries/push-subscriptions';
import { ReplayDelivery } from './application/deliveries/replay-delivery';
import { TakeMailEvents } from './application/deliveries/take-mail-events';
import { DeliveryBell } from './application/delivery-bell';
import { ErasePerson } from './application/erase-person';
import { GatherDigests } from './application/gather-digests';
import { FindKeptMails } from './application/find-kept-mails';
import { FindNotifications } from './application/find-notifications';
import { ForgetOldMail } from './application/forget-old-mail';
import { GetPreferences } from './application/get-preferences';
import { KeepPerson } from './application/keep-person';
import { MailWriter } from './application/mail-writer';
import { People } from './application/people';
import { MailSpecialOffers } from './application/offers/mail-special-offers';
import { SpecialOffers } from './application/offers/special-offers';
import { ReadAllNotifications } from './application/read-all-notifications';
import { ReadNotification } from './application/read-notification';
import { ChangeReminder } from './application/reminders/change-reminder';
import { FindReminders } from './application/reminders/find-reminders';
import { MoveReminders } from './application/reminders/move-reminders';
import { PlanReminders } from './application/reminders/plan-reminders';
import { SendDueReminders } from './application/reminders/send-due-reminders';
import { SendDueDeliveries } from './application/send-due-deliveries';
import { TellPeople } from './application/tell-people';
import { Unsubscribe } from './application/unsubscribe';
import { AuthPeople } from './clients/auth-people';
import { KeptMailer } from './clients/kept-mailer';
import { Mailer } from './clients/mailer';
import { SendGridMailer } from './clients/send-grid-mailer';
import { ShortLinks } from './clients/short-links';
import { SmtpMailer } from './clients/smtp-mailer';
import { WebPush } from './clients/web-push';
import { NotificationConfig } from './config';
import { DeadAddressStore } from './persistence/dead-address.store';
import { DeliveryLedgerStore } from './persistence/delivery-ledger.store';
import { DeliveryStore } from './persistence/delivery.store';
import { EventTimeStore } from './persistence/event-time.store';
import { HeldDeliveryStore } from './persistence/held-delivery.store';
import { KeptMailStore } from './persistence/kept-mail.store';
import { MIGRATIONS } from './persistence/migrations';
import { NotificationStore } from './persistence/notification.store';
import { PersonStore } from './persistence/person.store';
import { PreferenceStore } from './persistence/preference.store';
import { PushSubscriptionStore } from './persistence/push-subscription.store';
import { SEALED_COLUMNS } from './persistence/sealed-columns';
import { ReaderStore } from './persistence/reader.store';
import { ReadingHoursStore } from './persistence/reading-hours.store';
import { ReminderStore } from './persistence/reminder.store';
import { SpecialOfferStore } from './persistence/special-offer.store';
import { UnsubscriptionStore } from './persistence/unsubscription.store';
import { PERSONAL_TABLES } from './persistence/personal-tables';
import { AccountsConsumer } from './transport/accounts.consumer';
import { BookingsConsumer } from './transport/bookings.consumer';
import { CalendarsConsumer } from './transport/calendars.consumer';
import { DeliveriesRpc } from './transport/deliveries.rpc';
import { HotelNoticesConsumer } from './transport/hotel-notices.consumer';
import { ListingsConsumer } from './transport/listings.consumer';
import { EventsConsumer } from './transport/events.consumer';
import { ForgetOldMailSchedule } from './transport/forget-old-mail.schedule';
import { GatherDigestsSchedule } from './transport/gather-digests.schedule';
import { MailEventsRpc } from './transport/mail-events.rpc';
import { MailSpecialOffersSchedule } from './transport/mail-special-offers.schedule';
import { ModeratorsConsumer } from './transport/moderators.consumer';
import { NotificationsRpc } from './transport/notifications.rpc';
import { PeopleConsumer } from './transport/people.consumer';
import { PushSubscriptionsRpc } from './transport/push-subscriptions.rpc';
import { RemindersRpc } from './transport/reminders.rpc';
import { ReviewsConsumer } from './transport/reviews.consumer';
import { SavedSearchesConsumer } from './transport/saved-searches.consumer';
import { SendDeliveriesSchedule } from './transport/send-deliveries.schedule';
import { SendRemindersSchedule } from './transport/send-reminders.schedule';
import { SpecialOffersRpc } from './transport/special-offers.rpc';
import { UnsubscriptionsRpc } from './transport/unsubscriptions.rpc';
import { WaitlistConsumer } from './transport/waitlist.consumer';

const NAME = 'notification';
const STORES = [PersonStore, PreferenceStore, ReaderStore, NotificationStore, DeliveryStore, DeliveryLedgerStore, HeldDeliveryStore, UnsubscriptionStore, ReadingHoursStore, DeadAddressStore, PushSubscriptionStore, SpecialOfferStore, KeptMailStore, EventTimeStore, ReminderStore];
const CLIENTS = [AuthPeople, ShortLinks, WebPush];
const USE_CASES = [
  ChangePreferences, DeliveryBell, ErasePerson, FindKeptMails, FindNotifications, ForgetOldMail, GetPreferences, KeepPerson, MailWriter, People,
  ReadAllNotifications, ReadNotification, SendDueDeliveries, TellPeople, Unsubscribe,
];
const REMINDING = [ChangeReminder, FindReminders, MoveReminders, PlanReminders, SendDueReminders];
const DELIVERING = [MailSpecialOffers, SpecialOffers, CarryDelivery, PushSubscriptions, DeadAddresses, TakeMailEvents, FindDeliveries, GatherDigests, ReplayDelivery];
const ANSWERING = [NotificationsRpc, RemindersRpc, DeliveriesRpc, MailEventsRpc, PushSubscriptionsRpc, SpecialOffersRpc, UnsubscriptionsRpc];
const SCHEDULES = [MailSpecialOffersSchedule, SendDeliveriesSchedule, GatherDigestsSchedule, SendRemindersSchedule, ForgetOldMailSchedule];

function mailerOf({ mailRoute, mailFrom }: NotificationConfig, shelf: KeptMailStore): Mailer {
  if (mailRoute.kind === 'sendgrid') return new SendGridMailer({ ...mailRoute, from: mailFrom });
  return mailRoute.kind === 'smtp' ? new SmtpMailer({ ...mailRoute, from: mailFrom }) : new KeptMailer(shelf);
}

function databaseOf({ databaseUrl, poolSize }: NotificationConfig): DatabaseOptions {
  return { service: NAME, databaseUrl, poolSize, entities: [], migrations: MIGRATIONS };
}

function sealsOf({ sealingSecrets: secrets, dataDir }: NotificationConfig): SealingOptions {
  return { service: NAME, columns: SEALED_COLUMNS, secrets, variable: 'NOTIFICATION_SEALING_KEYS', secretFile: join(dataDir, 'notification-sealing.key') };
}

/** Notifications, as a Nest module. */
@Module({})
export class NotificationModule implements OnApplicationShutdown {
  constructor(private readonly mailer: Mailer) {}

  static register(config: NotificationConfig, platform: Platform): DynamicModule {
    return {
      module: NotificationModule,
      imports: [
        BusModule.register(platform.bus),
        DatabaseModule.register(databaseOf(config)),
        SealingModule.register(sealsOf(config)),
        OperationsModule.register(NAME, PERSONAL_TABLES),
        ScheduleModule.forRoot(),
      ],
      controllers: [...ANSWERING, PeopleConsumer, AccountsConsumer, BookingsConsumer, ReviewsConsumer, CalendarsConsumer, EventsConsumer, HotelNoticesConsumer, ListingsConsumer, ModeratorsConsumer, SavedSearchesConsumer, WaitlistConsumer],
      providers: [
        { provide: NotificationConfig, useValue: config },
        { provide: OutboundFetcher, useValue: new OutboundFetcher({ allowedHosts: new Set(config.pushHostsAllowed) }) },
        { provide: Mailer, useFactory: mailerOf, inject: [NotificationConfig, KeptMailStore] },
        ...STORES,
        ...CLIENTS,
        ...USE_CASES,
        ...REMINDING,
        ...DELIVERING,
        ...SCHEDULES,
      ],
    };
  }

  onApplicationShutdown(): void {
    this.mailer.close();
  }
}

/** Notifications, as a service a process can run. */
export const notificationService: ServiceDefinition = {
  name: NAME,
  module: (env: Environment, platform: Platform) => NotificationModule.register(NotificationConfig.read(env), platform),
  migrate: (env, only) => migrateDatabase(databaseOf(NotificationConfig.read(env)), only),
};

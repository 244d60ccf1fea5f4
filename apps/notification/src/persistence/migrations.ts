import type { MigrationClass } from '@bookable/platform-database';
import { CreateSealingKey202611230100 } from '@bookable/platform-sealing';
import { CreatePerson202611211000 } from './migrations/202611211000-create-person';
import { CreateNotification202611211001 } from './migrations/202611211001-create-notification';
import { CreateDelivery202611211002 } from './migrations/202611211002-create-delivery';
import { CreateKeptMail202611211003 } from './migrations/202611211003-create-kept-mail';
import { AllowSkippedDelivery202611211004 } from './migrations/202611211004-allow-skipped-delivery';
import { CreateReminder202611221200 } from './migrations/202611221200-create-reminder';
import { KeepBookingNews202611221500 } from './migrations/202611221500-keep-booking-news';
import { KeepLettersOfTheDead202611221900 } from './migrations/202611221900-keep-letters-of-the-dead';
import { CreateUnsubscription202611221901 } from './migrations/202611221901-create-unsubscription';
import { CreateReadingHours202611221902 } from './migrations/202611221902-create-reading-hours';
import { CreateDeadAddress202611221903 } from './migrations/202611221903-create-dead-address';
import { KeepWhichBookingsStand202611221904 } from './migrations/202611221904-keep-which-bookings-stand';
import { CreatePushSubscription202611221905 } from './migrations/202611221905-create-push-subscription';
import { CreateSpecialOffer202611221906 } from './migrations/202611221906-create-special-offer';
import { IndexRemindersLess202611230010 } from './migrations/202611230010-index-reminders-less';
import { SealPushKeys202611230102 } from './migrations/202611230102-seal-push-keys';
import { IndexOldNotifications202611230120 } from './migrations/202611230120-index-old-notifications';

/** The history of the schema; append only. */
export const MIGRATIONS: readonly MigrationClass[] = [
  CreatePerson202611211000, CreateNotification202611211001, CreateDelivery202611211002, CreateKeptMail202611211003, AllowSkippedDelivery202611211004, CreateReminder202611221200,
  KeepBookingNews202611221500, KeepLettersOfTheDead202611221900, CreateUnsubscription202611221901, CreateReadingHours202611221902,
  CreateDeadAddress202611221903, KeepWhichBookingsStand202611221904, CreatePushSubscription202611221905, CreateSpecialOffer202611221906,
  IndexRemindersLess202611230010, CreateSealingKey202611230100, SealPushKeys202611230102, IndexOldNotifications202611230120,
];

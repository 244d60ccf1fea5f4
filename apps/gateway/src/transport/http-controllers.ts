import type { Type } from '@nestjs/common';
import { AdministrationHttp } from './administration.http';
import { AuthHttp } from './auth.http';
import { BookingsHttp } from './bookings.http';
import { DeliveriesHttp } from './deliveries.http';
import { EventsHttp } from './events.http';
import { CalendarsHttp } from './calendars.http';
import { FacetsHttp } from './facets.http';
import { HoldsHttp } from './holds.http';
import { HotelAuditHttp } from './hotel-audit.http';
import { HotelGroupsHttp } from './hotel-groups.http';
import { HotelGuestsHttp } from './hotel-guests.http';
import { HotelHousekeepingHttp } from './hotel-housekeeping.http';
import { HotelLinesHttp } from './hotel-lines.http';
import { HotelMoneyHttp } from './hotel-money.http';
import { HotelReservationsHttp } from './hotel-reservations.http';
import { HotelStaffHttp } from './hotel-staff.http';
import { HotelStaysHttp } from './hotel-stays.http';
import { FindingHttp } from './finding.http';
import { HotelsHttp } from './hotels.http';
import { LinksHttp } from './links.http';
import { LISTING_COLLECTIONS } from './listings.http';
import { NotificationsHttp } from './notifications.http';
import { ModerationHttp } from './moderation.http';
import { MailboxHttp } from './mailbox.http';
import { MoviesHttp } from './movies.http';
import { OperationsHttp } from './operations.http';
import { PersonExportHttp } from './person-export.http';
import { PromotionsHttp } from './promotions.http';
import { PushSubscriptionsHttp } from './push-subscriptions.http';
import { RemindersHttp } from './reminders.http';
import { ReviewsHttp } from './reviews.http';
import { SavedSearchesHttp } from './saved-searches.http';
import { SigningKeysHttp } from './signing-keys.http';
import { SpecialOffersHttp } from './special-offers.http';
import { UsersHttp } from './users.http';
import { WaitlistHttp } from './waitlist.http';

/** Every controller whose routes are declared, in the order the documentation shows them. */
export const HTTP_CONTROLLERS: readonly Type<unknown>[] = [
  AuthHttp,
  UsersHttp,
  PersonExportHttp,
  ...LISTING_COLLECTIONS,
  FacetsHttp,
  FindingHttp,
  MoviesHttp,
  SavedSearchesHttp,
  BookingsHttp,
  EventsHttp,
  CalendarsHttp,
  HoldsHttp,
  WaitlistHttp,
  PromotionsHttp,
  ReviewsHttp,
  NotificationsHttp,
  PushSubscriptionsHttp,
  LinksHttp,
  HotelsHttp,
  HotelStaffHttp,
  HotelGuestsHttp,
  HotelReservationsHttp,
  HotelGroupsHttp,
  HotelLinesHttp,
  HotelStaysHttp,
  HotelHousekeepingHttp,
  HotelMoneyHttp,
  HotelAuditHttp,
  AdministrationHttp,
  RemindersHttp,
  ModerationHttp,
  DeliveriesHttp,
  OperationsHttp,
  SpecialOffersHttp,
  SigningKeysHttp,
  MailboxHttp,
];

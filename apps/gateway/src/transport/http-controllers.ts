import type { Type } from '@nestjs/common';
import { AdministrationHttp } from './administration.http';
import { AuthHttp } from './auth.http';
import { BookingsHttp } from './bookings.http';
import { FacetsHttp } from './facets.http';
import { HotelsHttp } from './hotels.http';
import { LinksHttp } from './links.http';
import { LISTING_COLLECTIONS } from './listings.http';
import { NotificationsHttp } from './notifications.http';
import { MailboxHttp } from './mailbox.http';
import { ReviewsHttp } from './reviews.http';
import { SigningKeysHttp } from './signing-keys.http';
import { UsersHttp } from './users.http';

/** Every controller whose routes are declared, in the order the documentation shows them. */
export const HTTP_CONTROLLERS: readonly Type<unknown>[] = [
  AuthHttp, UsersHttp, ...LISTING_COLLECTIONS, FacetsHttp, BookingsHttp, ReviewsHttp, NotificationsHttp, LinksHttp, HotelsHttp, AdministrationHttp, SigningKeysHttp,
  MailboxHttp,
];

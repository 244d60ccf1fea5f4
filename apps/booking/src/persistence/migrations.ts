import type { MigrationClass } from '@bookable/platform-database';
import { CreateResource202611211000 } from './migrations/202611211000-create-resource';
import { CreateBooking202611211001 } from './migrations/202611211001-create-booking';
import { CreateClaim202611211002 } from './migrations/202611211002-create-claim';
import { CreateClaimFunctions202611211003 } from './migrations/202611211003-create-claim-functions';
import { CreatePlaceBookings202611211004 } from './migrations/202611211004-create-place-bookings';
import { CreateTransitionFunctions202611211005 } from './migrations/202611211005-create-transition-functions';
import { CreateAvailabilityFunctions202611211006 } from './migrations/202611211006-create-availability-functions';
import { CreateBookingView202611211007 } from './migrations/202611211007-create-booking-view';
import { CreateChecks202611211008 } from './migrations/202611211008-create-checks';
import { WidenClaim202611211300 } from './migrations/202611211300-widen-claim';
import { KeepPastClaims202611211301 } from './migrations/202611211301-keep-past-claims';
import { CheckEveryClaim202611211302 } from './migrations/202611211302-check-every-claim';
import { CreateHold202611211303 } from './migrations/202611211303-create-hold';
import { PlaceBookingsFromHolds202611211304 } from './migrations/202611211304-place-bookings-from-holds';
import { ChangeBooking202611211305 } from './migrations/202611211305-change-booking';
import { BookBeside202611211306 } from './migrations/202611211306-book-beside';
import { KeepCancellation202611211400 } from './migrations/202611211400-keep-cancellation';
import { CreatePromotion202611211401 } from './migrations/202611211401-create-promotion';
import { CreateWaitlist202611211500 } from './migrations/202611211500-create-waitlist';
import { KeepPersonalTime202611211501 } from './migrations/202611211501-keep-personal-time';
import { PlaceBookingsInTurn202611211502 } from './migrations/202611211502-place-bookings-in-turn';
import { CheckWaitlist202611211503 } from './migrations/202611211503-check-waitlist';
import { CreateCalendar202611211600 } from './migrations/202611211600-create-calendar';
import { IndexBookingsOfOwner202611212200 } from './migrations/202611212200-index-bookings-of-owner';
import { KeepAskedQuotes202611221000 } from './migrations/202611221000-keep-asked-quotes';
import { DoubtBookings202611221001 } from './migrations/202611221001-doubt-bookings';
import { CreateModerator202611221100 } from './migrations/202611221100-create-moderator';
import { KeepEveryLine202611221200 } from './migrations/202611221200-keep-every-line';
import { ClaimCleaning202611221700 } from './migrations/202611221700-claim-cleaning';
import { LetGuestsWait202611230100 } from './migrations/202611230100-let-guests-wait';
import { WithdrawRooms202611230200 } from './migrations/202611230200-withdraw-rooms';
import { ClaimReservations202611221300 } from './migrations/202611221300-claim-reservations';
import { KeepPastTerms202611221500 } from './migrations/202611221500-keep-past-terms';

/** The history of this service's schema, oldest first; append only. */
export const MIGRATIONS: readonly MigrationClass[] = [
  CreateResource202611211000,
  CreateBooking202611211001,
  CreateClaim202611211002,
  CreateClaimFunctions202611211003,
  CreatePlaceBookings202611211004,
  CreateTransitionFunctions202611211005,
  CreateAvailabilityFunctions202611211006,
  CreateBookingView202611211007,
  CreateChecks202611211008,
  WidenClaim202611211300,
  KeepPastClaims202611211301,
  CheckEveryClaim202611211302,
  CreateHold202611211303,
  PlaceBookingsFromHolds202611211304,
  ChangeBooking202611211305,
  BookBeside202611211306,
  KeepCancellation202611211400,
  CreatePromotion202611211401,
  CreateWaitlist202611211500,
  KeepPersonalTime202611211501,
  PlaceBookingsInTurn202611211502,
  CheckWaitlist202611211503,
  CreateCalendar202611211600,
  IndexBookingsOfOwner202611212200,
  KeepAskedQuotes202611221000,
  DoubtBookings202611221001,
  CreateModerator202611221100,
  KeepEveryLine202611221200,
  ClaimReservations202611221300,
  KeepPastTerms202611221500,
  ClaimCleaning202611221700,
  LetGuestsWait202611230100,
  WithdrawRooms202611230200,
];

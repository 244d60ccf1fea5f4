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
];

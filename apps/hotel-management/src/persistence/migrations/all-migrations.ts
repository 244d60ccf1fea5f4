import { CreateSealingKey202611230100 } from '@bookable/platform-sealing';
import { CreateHotel202611211010 } from './202611211010-create-hotel';
import { CreateStaff202611212200 } from './202611212200-create-staff';
import { CreateGuest202611212201 } from './202611212201-create-guest';
import { CreateReservation202611212300 } from './202611212300-create-reservation';
import { NoteCleaning202611221300 } from './202611221300-note-cleaning';
import { KeepRateRules202611221400 } from './202611221400-keep-rate-rules';
import { NoteWhatPaymentsAreFor202611221600 } from './202611221600-note-what-payments-are-for';
import { KeepRefunds202611221601 } from './202611221601-keep-refunds';
import { CloseDays202611221602 } from './202611221602-close-days';
import { KeepNotices202611221700 } from './202611221700-keep-notices';
import { PlanCleaning202611221701 } from './202611221701-plan-cleaning';
import { FollowBookings202611221702 } from './202611221702-follow-bookings';
import { IndexEndsOfReservations202611221800 } from './202611221800-index-ends-of-reservations';
import { GroupReservations202611222310 } from './202611222310-group-reservations';
import { SealPeople202611230101 } from './202611230101-seal-people';

/** Everything that has ever changed this schema, oldest first; what has run is never edited. */
export const MIGRATIONS = [
  CreateHotel202611211010, CreateStaff202611212200, CreateGuest202611212201, CreateReservation202611212300, NoteCleaning202611221300,
  KeepRateRules202611221400, NoteWhatPaymentsAreFor202611221600, KeepRefunds202611221601, CloseDays202611221602,
  KeepNotices202611221700, PlanCleaning202611221701, FollowBookings202611221702, IndexEndsOfReservations202611221800, GroupReservations202611222310,
  CreateSealingKey202611230100, SealPeople202611230101,
];

import { accountCalls } from './account-calls';
import { bookingCalls } from './booking-calls';
import { calendarCalls } from './calendar-calls';
import { deliveryCalls } from './delivery-calls';
import { eventCalls } from './event-calls';
import { frontDeskCalls } from './front-desk-calls';
import { geographyCalls } from './geography-calls';
import { hotelCalls } from './hotel-calls';
import { hotelLineCalls } from './hotel-line-calls';
import { listingCalls } from './listing-calls';
import { movieCalls } from './movie-calls';
import { operationCalls } from './operation-calls';
import { plainCalls } from './plain-calls';
import { promotionCalls } from './promotion-calls';
import { pushCalls } from './push-calls';
import { reminderCalls } from './reminder-calls';
import { reviewCalls } from './review-calls';
import type { Stagings } from './right-call';
import { waitlistCalls } from './waitlist-calls';

/** A right call of every operation there is. */
export const stagedCalls: Stagings = {
  ...accountCalls,
  ...bookingCalls,
  ...calendarCalls,
  ...deliveryCalls,
  ...eventCalls,
  ...frontDeskCalls,
  ...geographyCalls,
  ...hotelCalls,
  ...hotelLineCalls,
  ...listingCalls,
  ...movieCalls,
  ...operationCalls,
  ...plainCalls,
  ...promotionCalls,
  ...pushCalls,
  ...reminderCalls,
  ...reviewCalls,
  ...waitlistCalls,
};

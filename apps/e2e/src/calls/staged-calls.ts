import { accountCalls } from './account-calls';
import { bookingCalls } from './booking-calls';
import { hotelCalls } from './hotel-calls';
import { listingCalls } from './listing-calls';
import { plainCalls } from './plain-calls';
import type { Stagings } from './right-call';

/** A right call of every operation there is. */
export const stagedCalls: Stagings = { ...accountCalls, ...listingCalls, ...bookingCalls, ...hotelCalls, ...plainCalls };

import { type EventContract, defineEvent } from '@bookable/kernel';
import { BookingFacts } from './booking-facts';

const bookingEvent = (happened: string): EventContract<BookingFacts> =>
  defineEvent<BookingFacts>({ topic: `booking.booking.${happened}`, payload: BookingFacts, aggregateId: (facts) => facts.id });

/** Somebody asks for a booking and waits for the owner. */
export const BookingRequested = bookingEvent('requested');
/** It is agreed: by the owner (`confirm`), by the guest (`accept`), or at once (`request`, an instant booking). */
export const BookingConfirmed = bookingEvent('confirmed');
/** The owner refused, with a reason. */
export const BookingRejected = bookingEvent('rejected');
/** One of the parties called it off. */
export const BookingCancelled = bookingEvent('cancelled');
/** The stay has begun. */
export const BookingStarted = bookingEvent('started');
/** The stay has ended. */
export const BookingCompleted = bookingEvent('completed');
/** Nobody answered in time. */
export const BookingExpired = bookingEvent('expired');
/** A host keeps a seat for somebody. */
export const BookingInvited = bookingEvent('invited');
/** The guest turned the invitation down. */
export const BookingDeclined = bookingEvent('declined');
/** Nobody came. */
export const BookingNoShow = bookingEvent('no-show');
/** Its time, places or options are others from now on, and so may be its price. */
export const BookingChanged = bookingEvent('changed');
/** One party would like to change it, and the other is to answer. */
export const BookingChangeProposed = bookingEvent('change-proposed');
/** The other party did not agree to a change. */
export const BookingChangeRejected = bookingEvent('change-rejected');
/** Who has proposed a change does not want it any more. */
export const BookingChangeWithdrawn = bookingEvent('change-withdrawn');
/** Nobody has answered a proposed change in time. */
export const BookingChangeExpired = bookingEvent('change-expired');
/** The guest has other plans for the time of the event by now, because one of the two was moved: the booking stands, and waits for them to confirm it again or to cancel. */
export const BookingDoubted = bookingEvent('doubted');
/** The guest comes all the same; or nobody need ask, because the two are apart again. */
export const BookingReconfirmed = bookingEvent('reconfirmed');

/** Every event of a booking, for who follows all of them. */
export const BOOKING_EVENTS = [
  BookingRequested, BookingConfirmed, BookingRejected, BookingCancelled, BookingStarted,
  BookingCompleted, BookingExpired, BookingInvited, BookingDeclined, BookingNoShow,
  BookingChanged, BookingChangeProposed, BookingChangeRejected, BookingChangeWithdrawn, BookingChangeExpired, BookingDoubted, BookingReconfirmed,
] as const;

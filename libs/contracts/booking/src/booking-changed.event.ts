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

/** Every event of a booking, for who follows all of them. */
export const BOOKING_EVENTS = [
  BookingRequested, BookingConfirmed, BookingRejected, BookingCancelled, BookingStarted,
  BookingCompleted, BookingExpired, BookingInvited, BookingDeclined, BookingNoShow,
] as const;

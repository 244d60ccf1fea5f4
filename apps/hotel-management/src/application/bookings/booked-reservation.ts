import type { BookingFacts } from '@bookable/contracts-booking';
import { newId } from '@bookable/kernel';
import { sharesOf } from '../../domain/booked-stay';
import { type StayTerms, roomTimeOf } from '../../domain/reservation';
import type { PriceLineRow, ReservationRow } from '../../persistence/reservation.store';

/** What a booking says of each of its rooms. */
export type BookedPart = Pick<ReservationRow, 'terms' | 'totalAmount' | 'currency' | 'priceLines'>;

/** The parts of a booking, one a room, with the time to clean each that booking has claimed along with it. */
export function partsOf({ listingId, from, to, options, startsAt, endsAt, cleanedAt, quantity, total, quote }: BookingFacts): BookedPart[] {
  const { earlyCheckIn = null, lateCheckOut = null } = options ?? {};
  const terms: StayTerms = { roomTypeId: listingId, pinnedRoomId: null, from, to, earlyCheckIn, lateCheckOut, startsAt, endsAt, cleanedAt: cleanedAt ?? null };
  const lines = quote.lines.map(({ label, rule, units, unitAmount, amount }): PriceLineRow => ({ label, rule, units, unitAmount, amount }));
  const share = (amount: number): PriceLineRow => ({ label: `1/${quantity}`, rule: 'unit', units: 1, unitAmount: amount, amount });
  return sharesOf(total.amount, quantity).map((totalAmount) => ({ terms, totalAmount, currency: total.currency, priceLines: quantity === 1 ? lines : [share(totalAmount)] }));
}

/** Whose it is, and where. */
export interface BookedBy {
  readonly hotelId: string;
  readonly guestId: string | null;
  readonly now: Date;
}

/** The reservation of one room of a booking. */
export function bookedReservation({ id: bookingId, renterId, message }: BookingFacts, part: BookedPart, { hotelId, guestId, now }: BookedBy): ReservationRow {
  return {
    ...part, id: newId(now.getTime()), hotelId, bookingId, guestId, userId: renterId, note: message ?? null, status: 'confirmed', wanted: null, isReleaseDue: false, wordNumber: 1,
    reason: null, checkedInAt: null, checkedOutAt: null, createdAt: now, updatedAt: now, version: 1,
  };
}

/** Whether a reservation is as the booking says already. */
export function isAsBooked({ terms, totalAmount }: ReservationRow, part: BookedPart): boolean {
  const textOf = (stay: StayTerms): string => [stay.from, stay.to, Date.parse(stay.startsAt), Date.parse(stay.endsAt), stay.earlyCheckIn, stay.lateCheckOut, roomTimeOf(stay).toMs].join();
  return textOf(terms) === textOf(part.terms) && totalAmount === part.totalAmount;
}

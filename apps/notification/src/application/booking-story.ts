import { type BookingFact, owner, renter } from '../domain/booking-fact';
import { factKey } from '../domain/fact-key';
import { formatInstant, formatMoney, formatWhen } from '../templates/format';
import type { Story } from './story';

/** What is told of bookings. */
export const BOOKING_STORY: Story<BookingFact> = {
  key: (topic, booking) => factKey(topic, booking.id, booking.version),
  people: (booking) => [owner(booking), renter(booking)],
  content: (booking, { locale, nameOf }) => ({
    listingTitle: booking.listingTitle,
    guestName: nameOf(booking.renterId),
    hostName: nameOf(booking.ownerId),
    when: formatWhen(booking, locale),
    total: formatMoney(booking.total, locale),
    message: booking.message ?? null,
    reason: booking.reason ?? null,
    respondBy: booking.expiresAt === undefined ? null : formatInstant(booking.expiresAt, booking.timeZone, locale),
  }),
  destination: ({ id }) => ({ subject: 'booking', subjectId: id, path: `/bookings/${id}` }),
};

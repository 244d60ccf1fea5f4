import { type BookingFact, owner, renter } from '../domain/booking-fact';
import { factKey } from '../domain/fact-key';
import type { Locale } from '../domain/person';
import { formatInstant, formatMoney, formatWhen } from '../templates/format';
import type { Content } from '../templates/render';
import type { Story } from './story';

/** What is told of bookings. */
export const BOOKING_STORY: Story<BookingFact> = {
  key: (topic, booking) => factKey(topic, booking.id, booking.version),
  people: (booking) => [owner(booking), renter(booking), ...(booking.actorId === null ? [] : [booking.actorId])],
  content: (booking, { locale, nameOf }) => ({
    listingTitle: booking.listingTitle,
    guestName: nameOf(booking.renterId),
    hostName: nameOf(booking.ownerId),
    actorName: nameOf(booking.actorId),
    when: formatWhen(booking, locale),
    quantity: String(booking.quantity),
    total: formatMoney(booking.total, locale),
    message: booking.message ?? null,
    reason: booking.reason ?? null,
    respondBy: booking.expiresAt === undefined ? null : formatInstant(booking.expiresAt, booking.timeZone, locale),
    ...proposal(booking, locale),
  }),
  destination: ({ id }) => ({ subject: 'booking', subjectId: id, path: `/bookings/${id}` }),
};

/** The same for who answers for the owner of an event: it leads to the event, because the booking is not theirs to open. */
export const HELPER_STORY: Story<BookingFact> = {
  ...BOOKING_STORY,
  destination: ({ listingId }) => ({ subject: 'listing', subjectId: listingId, path: `/listings/${listingId}` }),
};

/** What is proposed instead, where something is. */
function proposal({ kind, timeZone, proposedChange }: BookingFact, locale: Locale): Content {
  if (!proposedChange) return {};
  return {
    proposedWhen: formatWhen({ ...proposedChange, kind, timeZone }, locale),
    proposedQuantity: String(proposedChange.quantity),
    proposedTotal: formatMoney(proposedChange.total, locale),
    answerBy: formatInstant(proposedChange.expiresAt, timeZone, locale),
  };
}

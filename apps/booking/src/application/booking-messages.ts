import { BOOKING_EVENTS, type BookingFacts, type BookingView } from '@bookable/contracts-booking';
import type { EventContract } from '@bookable/kernel';
import type { Booking } from '../domain/booking';
import { withBuffers } from '../domain/buffers';
import { doubtAnswers } from '../domain/doubt';
import type { Resource } from '../domain/resource';
import { quoteView } from './quote-view';
import { proposedChangeView } from './terms-view';

/** A booking as its parties see it. The function `booking_view` writes the same from the table. */
export function bookingView(booking: Booking): BookingView {
  const { quote } = booking;
  const answers = doubtAnswers(booking);
  return {
    id: booking.id,
    listingId: booking.resourceId,
    kind: booking.kind,
    renterId: booking.renterId,
    ownerId: booking.ownerId,
    from: booking.from,
    to: booking.to,
    startsAt: booking.startsAt.toISOString(),
    endsAt: booking.endsAt.toISOString(),
    quantity: booking.quantity,
    total: quote.total,
    quote: quoteView(quote),
    status: booking.status,
    options: booking.options ?? undefined,
    beside: booking.beside ? [...booking.beside] : undefined,
    message: booking.message ?? undefined,
    reason: booking.reason ?? undefined,
    createdAt: booking.createdAt.toISOString(),
    updatedAt: booking.updatedAt.toISOString(),
    expiresAt: booking.expiresAt?.toISOString(),
    proposedChange: booking.proposedChange ? proposedChangeView(booking.proposedChange) : undefined,
    cancellation: booking.cancellation ?? undefined,
    inDoubt: answers && true,
    doubtAnswers: answers,
  };
}

/** What of a resource is told along with its bookings. */
export type ToldResource = Pick<Resource, 'title' | 'timeZone' | 'moderatorIds' | 'unit' | 'rules'>;

/** What has just happened to a booking, and by whom; nobody where time did it. */
type Happened = Pick<BookingFacts, 'action' | 'actorId'>;

/** A booking as other services are told of it. Unless told otherwise, what has happened to it is what brought it into its status. */
export function bookingFacts(
  booking: Booking,
  resource: ToldResource,
  view = bookingView(booking),
  { action, actorId }: Happened = { action: booking.lastAction, actorId: booking.lastActorId },
): BookingFacts {
  const { title, timeZone, moderatorIds } = resource;
  const helpers = moderatorIds.length === 0 ? undefined : [...moderatorIds];
  return { ...view, action, listingTitle: title, timeZone, actorId, moderatorIds: helpers, cleanedAt: cleanedAtOf(booking, resource), version: booking.version };
}

/** Until when the room is cleaned after a stay by the night, where that takes any time. */
function cleanedAtOf({ startsAt, endsAt }: Booking, { unit, rules }: ToldResource): string | undefined {
  if (unit !== 'night') return undefined;
  const { toMs } = withBuffers({ fromMs: startsAt.getTime(), toMs: endsAt.getTime() }, { unit, rules });
  return toMs > endsAt.getTime() ? new Date(toMs).toISOString() : undefined;
}

/** The event whose topic ends in the word that the table of transitions gives. */
export function bookingEvent(happened: string): EventContract<BookingFacts> {
  const event = BOOKING_EVENTS.find(({ topic }) => topic === `booking.booking.${happened}`);
  if (!event) throw new Error(`No event tells that a booking was ${happened}.`);
  return event;
}

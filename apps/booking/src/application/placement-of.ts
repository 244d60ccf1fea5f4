import { WaitlistTaken } from '@bookable/contracts-booking';
import { describeFact } from '@bookable/platform-database';
import type { BesideResource } from '../domain/beside';
import type { Booking } from '../domain/booking';
import type { ClaimNeed } from '../domain/claim-need';
import type { Resource } from '../domain/resource';
import type { WaitlistEntry } from '../domain/waitlist/waitlist-entry';
import type { Placement } from '../persistence/placement.store';
import { bookingEvent, bookingFacts, bookingView } from './booking-messages';
import { waitlistFacts } from './waitlist-messages';

/** What belongs to a placement beside its booking. */
export interface PlacementParts extends Pick<Placement, 'takesPlaces' | 'holdId' | 'promotionId' | 'command'> {
  /** All the time it takes, its own first. */
  readonly claims: readonly ClaimNeed[];
  /** The last segment of the topic that tells of it. */
  readonly happened: string;
  /** What is booked beside it; somebody may stand in line for that, too. */
  readonly beside?: readonly BesideResource[];
  /** The host has added a seat for just this invitation, so nobody who stands in line waits for it. */
  readonly isOnItsOwnSeat?: boolean;
  /** The entry whose offer becomes this booking. */
  readonly taken?: WaitlistEntry;
}

/** A drafted booking with everything that is to be written together with it. */
export function placementOf(booking: Booking, resource: Resource, { happened, taken, claims, beside = [], isOnItsOwnSeat = false, ...parts }: PlacementParts): Placement {
  const view = bookingView(booking);
  return {
    booking,
    revision: resource.revision,
    further: claims.slice(1),
    answer: JSON.stringify(view),
    fact: describeFact(bookingEvent(happened), bookingFacts(booking, resource, view)),
    mindsOthers: taken !== undefined || (booking.lastAction === 'request' && resource.kind === 'event') || (!isOnItsOwnSeat && isWaitedFor(resource, beside)),
    takenFact: taken && describeFact(WaitlistTaken, waitlistFacts(takenBy(booking, taken), resource)),
    ...parts,
  };
}

function isWaitedFor(resource: Resource, beside: readonly BesideResource[]): boolean {
  return resource.isWaitedFor || beside.some((one) => one.resource.isWaitedFor);
}

function takenBy({ id }: Booking, entry: WaitlistEntry): WaitlistEntry {
  return { ...entry, status: 'taken', bookingId: id, version: entry.version + 1 };
}

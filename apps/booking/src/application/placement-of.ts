import { describeFact } from '@bookable/platform-database';
import type { Booking } from '../domain/booking';
import type { Resource } from '../domain/resource';
import type { Placement } from '../persistence/placement.store';
import { bookingEvent, bookingFacts, bookingView } from './booking-messages';

interface PlacementParts extends Pick<Placement, 'takesPlaces' | 'command'> {
  /** The last segment of the topic that tells of it. */
  readonly happened: string;
}

/** A drafted booking with everything that is to be written together with it. */
export function placementOf(booking: Booking, resource: Resource, { happened, takesPlaces, command }: PlacementParts): Placement {
  const view = bookingView(booking);
  return {
    booking,
    revision: resource.revision,
    takesPlaces,
    answer: JSON.stringify(view),
    fact: describeFact(bookingEvent(happened), bookingFacts(booking, resource, view)),
    command,
  };
}

import type { WaitlistEntryView } from '@bookable/contracts-booking';
import type { LineEntryView } from '@bookable/contracts-hotel-management';
import type { GuestRow } from '../../persistence/guest.store';

/** Somebody who waits, as the desk sees them. */
export function presentLineEntry(entry: WaitlistEntryView, hotelId: string, guest: Pick<GuestRow, 'id' | 'firstName' | 'lastName'> | undefined): LineEntryView {
  const { id, listingId: roomTypeId, position, renterId: userId, from, to, quantity: rooms, status, offer, createdAt } = entry;
  return {
    id, hotelId, roomTypeId, position, userId, from, to, rooms, status, offer, createdAt,
    guestId: guest?.id ?? entry.guestId,
    guestName: guest && `${guest.firstName} ${guest.lastName}`,
    isOfDesk: entry.guestId !== undefined,
  };
}

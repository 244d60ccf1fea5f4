import { defineCommand } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { HasBookings } from './booking.errors';

/** Which listing is to be closed. */
export class CloseResourceRequest {
  @IsId()
  listingId: string;
}

/**
 * Catalog is about to archive a listing: nothing can be booked from here on. Refused while something confirmed or
 * under way lies ahead; pending requests and open invitations are rejected. Closing twice changes nothing.
 * A later version of the listing's facts opens it again.
 */
export const CloseResource = defineCommand<CloseResourceRequest>({ topic: 'booking.close-resource', request: CloseResourceRequest, problems: [HasBookings] });

import { Forbidden, NotFound, defineQuery } from '@bookable/kernel';
import { IsDayOrInstant, IsId, IsInstant, MayBeLeftOut } from '@bookable/wire';
import { AvailabilityView } from './availability.view';

/** Which listing, and between when. */
export class GetAvailabilityRequest {
  @IsId()
  listingId: string;

  @IsDayOrInstant()
  from: string;

  /** Excluded; at most 768 days after `from`. */
  @IsDayOrInstant()
  to: string;

  /**
   * What was known at this moment, for the owner: the claims that stood then, and the places there were. No history is kept
   * of opening hours and closed days, so they are those of today.
   */
  @MayBeLeftOut() @IsInstant()
  asOf?: string;
}

/** What is left of a listing between two days or instants. */
export const GetAvailability = defineQuery<GetAvailabilityRequest, AvailabilityView>({
  topic: 'booking.get-availability',
  request: GetAvailabilityRequest,
  reply: AvailabilityView,
  problems: [NotFound, Forbidden],
});

import { defineQuery } from '@bookable/kernel';
import { IsDayOrInstant, IsId } from '@bookable/wire';
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
}

/** What is left of a listing between two days or instants. */
export const GetAvailability = defineQuery<GetAvailabilityRequest, AvailabilityView>({
  topic: 'booking.get-availability',
  request: GetAvailabilityRequest,
  reply: AvailabilityView,
});

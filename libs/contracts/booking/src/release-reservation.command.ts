import { defineCommand } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { IsInt, Min } from 'class-validator';

/** Of which reservation its hotel says something. */
export class ReleaseReservationRequest {
  /** Made by the hotel; the claim has it as its own id. */
  @IsId()
  reservationId: string;

  /** Grows with everything the hotel says of the reservation's time; what is said again has the same number. */
  @IsInt() @Min(1)
  number: number;
}

/** Gives back the time of a hotel's reservation; where it has none, nothing changes. For hotel-management alone: no route leads here. */
export const ReleaseReservation = defineCommand<ReleaseReservationRequest>({
  topic: 'booking.release-reservation',
  request: ReleaseReservationRequest,
});

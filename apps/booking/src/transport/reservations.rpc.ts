import {
  ClaimReservation as ClaimReservationContract, type ClaimReservationRequest, ReleaseReservation, type ReleaseReservationRequest,
} from '@bookable/contracts-booking';
import { Handles } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { ClaimReservation } from '../application/claim-reservation';

/** The time of hotels' reservations. */
@Controller()
export class ReservationsRpc {
  constructor(private readonly claimReservation: ClaimReservation) {}

  /** `booking.claim-reservation` */
  @Handles(ClaimReservationContract)
  claim(request: ClaimReservationRequest) {
    return this.claimReservation.claim(request);
  }

  /** `booking.release-reservation` */
  @Handles(ReleaseReservation)
  release(request: ReleaseReservationRequest) {
    return this.claimReservation.release(request);
  }
}

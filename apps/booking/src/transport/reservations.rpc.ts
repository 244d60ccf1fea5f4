import {
  ClaimReservation as ClaimReservationContract, type ClaimReservationRequest, ClaimReservations, type ClaimReservationsRequest, FollowStay as FollowStayContract, type FollowStayRequest, ReleaseReservation, type ReleaseReservationRequest,
} from '@bookable/contracts-booking';
import { Handles } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { ClaimReservation } from '../application/claim-reservation';
import { FollowStay } from '../application/follow-stay';

/** The time of hotels' reservations, and what becomes of the rooms that were booked. */
@Controller()
export class ReservationsRpc {
  constructor(
    private readonly claimReservation: ClaimReservation,
    private readonly followStay: FollowStay,
  ) {}

  /** `booking.claim-reservation` */
  @Handles(ClaimReservationContract)
  claim(request: ClaimReservationRequest) {
    return this.claimReservation.claim(request);
  }

  /** `booking.claim-reservations` */
  @Handles(ClaimReservations)
  claimTogether(request: ClaimReservationsRequest) {
    return this.claimReservation.claimTogether(request);
  }

  /** `booking.release-reservation` */
  @Handles(ReleaseReservation)
  release(request: ReleaseReservationRequest) {
    return this.claimReservation.release(request);
  }

  /** `booking.follow-stay` */
  @Handles(FollowStayContract)
  follow(request: FollowStayRequest) {
    return this.followStay.execute(request);
  }
}

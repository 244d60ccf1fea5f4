import {
  ClaimReservation as ClaimReservationContract, type ClaimReservationRequest, ClaimReservations, type ClaimReservationsRequest, FollowStay as FollowStayContract, type FollowStayRequest, ReleaseReservation, type ReleaseReservationRequest,
  WithdrawRoom as WithdrawRoomContract, type WithdrawRoomRequest,
} from '@bookable/contracts-booking';
import { Handles } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { ClaimReservation } from '../application/claim-reservation';
import { FollowStay } from '../application/follow-stay';
import { WithdrawRoom } from '../application/withdraw-room';

/** The time of hotels' reservations, what becomes of the rooms that were booked, and those that are taken away. */
@Controller()
export class ReservationsRpc {
  constructor(
    private readonly claimReservation: ClaimReservation,
    private readonly followStay: FollowStay,
    private readonly withdrawRoom: WithdrawRoom,
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

  /** `booking.withdraw-room` */
  @Handles(WithdrawRoomContract)
  withdraw(request: WithdrawRoomRequest) {
    return this.withdrawRoom.execute(request);
  }
}

import {
  CancelReservation, type CancelReservationRequest, ChangeReservation as ChangeReservationContract, type ChangeReservationRequest, CheckIn as CheckInContract,
  type CheckInRequest, CheckOut, MarkReservationNoShow, type ReservationRequest, ReserveRoom as ReserveRoomContract, type ReserveRoomRequest,
} from '@bookable/contracts-hotel-management';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { ChangeReservation } from '../application/reservations/change-reservation';
import { CheckIn } from '../application/reservations/check-in';
import { EndReservation } from '../application/reservations/end-reservation';
import { ReserveRoom } from '../application/reservations/reserve-room';

/** What becomes of reservations. */
@Controller()
export class ReservationsRpc {
  constructor(
    private readonly reserveRoom: ReserveRoom,
    private readonly changeReservation: ChangeReservation,
    private readonly checkIn: CheckIn,
    private readonly endReservation: EndReservation,
  ) {}

  /** `hotel-management.reserve-room` */
  @Handles(ReserveRoomContract)
  reserve(request: ReserveRoomRequest, context: MessageContext) {
    return this.reserveRoom.execute(request, context);
  }

  /** `hotel-management.change-reservation` */
  @Handles(ChangeReservationContract)
  change(request: ChangeReservationRequest, context: MessageContext) {
    return this.changeReservation.execute(request, context);
  }

  /** `hotel-management.cancel-reservation` */
  @Handles(CancelReservation)
  cancel(request: CancelReservationRequest, context: MessageContext) {
    return this.endReservation.cancel(request, context);
  }

  /** `hotel-management.check-in` */
  @Handles(CheckInContract)
  arrive(request: CheckInRequest, context: MessageContext) {
    return this.checkIn.execute(request, context);
  }

  /** `hotel-management.check-out` */
  @Handles(CheckOut)
  leave(request: ReservationRequest, context: MessageContext) {
    return this.endReservation.checkOut(request, context);
  }

  /** `hotel-management.mark-no-show` */
  @Handles(MarkReservationNoShow)
  miss(request: ReservationRequest, context: MessageContext) {
    return this.endReservation.noShow(request, context);
  }
}

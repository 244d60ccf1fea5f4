import {
  FindArrivals, FindDepartures, FindFreeRooms, FindGuestStays, type FindGuestStaysRequest, FindInHouse, FindOverdue, FindOwnStays, FindReservations as FindReservationsContract,
  type FindReservationsRequest, GetBoard, GetReservation, type HotelDaysRequest, type HotelPageRequest, type HoursAheadRequest, type ReservationRequest,
} from '@bookable/contracts-hotel-management';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import type { PageRequest } from '@bookable/wire';
import { Controller } from '@nestjs/common';
import { FindReservations } from '../application/reservations/find-reservations';
import { ShowBoard } from '../application/reservations/show-board';

/** Who stays in a hotel, who will and who has. */
@Controller()
export class StaysRpc {
  constructor(
    private readonly findReservations: FindReservations,
    private readonly showBoard: ShowBoard,
  ) {}

  /** `hotel-management.find-reservations` */
  @Handles(FindReservationsContract)
  find(request: FindReservationsRequest, context: MessageContext) {
    return this.findReservations.page(request, context);
  }

  /** `hotel-management.get-reservation` */
  @Handles(GetReservation)
  one(request: ReservationRequest, context: MessageContext) {
    return this.findReservations.one(request, context);
  }

  /** `hotel-management.find-in-house` */
  @Handles(FindInHouse)
  inHouse(request: HotelPageRequest, context: MessageContext) {
    return this.findReservations.inHouse(request, context);
  }

  /** `hotel-management.find-arrivals` */
  @Handles(FindArrivals)
  arrivals(request: HoursAheadRequest, context: MessageContext) {
    return this.findReservations.arrivals(request, context);
  }

  /** `hotel-management.find-departures` */
  @Handles(FindDepartures)
  departures(request: HoursAheadRequest, context: MessageContext) {
    return this.findReservations.departures(request, context);
  }

  /** `hotel-management.find-overdue` */
  @Handles(FindOverdue)
  overdue(request: HotelPageRequest, context: MessageContext) {
    return this.findReservations.overdue(request, context);
  }

  /** `hotel-management.find-guest-stays` */
  @Handles(FindGuestStays)
  ofGuest(request: FindGuestStaysRequest, context: MessageContext) {
    return this.findReservations.ofGuest(request, context);
  }

  /** `hotel-management.find-own-stays` */
  @Handles(FindOwnStays)
  own(request: PageRequest, context: MessageContext) {
    return this.findReservations.own(request, context);
  }

  /** `hotel-management.get-board` */
  @Handles(GetBoard)
  board(request: HotelDaysRequest, context: MessageContext) {
    return this.showBoard.days(request, context);
  }

  /** `hotel-management.find-free-rooms` */
  @Handles(FindFreeRooms)
  freeRooms(request: HotelDaysRequest, context: MessageContext) {
    return this.showBoard.freeRooms(request, context);
  }
}

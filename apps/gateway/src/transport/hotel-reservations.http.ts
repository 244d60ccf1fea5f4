import {
  CancelReservation, type CancelReservationRequest, ChangeReservation, type ChangeReservationRequest, CheckIn, type CheckInRequest, CheckOut, FindReservations,
  type FindReservationsRequest, GetReservation, MarkReservationNoShow, type ReservationRequest, ReserveRoom, type ReserveRoomRequest,
} from '@bookable/contracts-hotel-management';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Route } from '../http/route';

const names = { id: 'hotelId', rid: 'reservationId' };

/** Reservations of a hotel, and what its desk does with them. */
@Controller()
export class HotelReservationsHttp {
  constructor(private readonly bus: Bus) {}

  @Route('POST', '/api/hotels/:id/reservations', ReserveRoom, { says: 'Reserves a room: the desk for anybody, anybody else for themselves.', access: 'signed-in', status: 201, names })
  reserve(asked: ReserveRoomRequest): Promise<Buffer> {
    return this.bus.forward(ReserveRoom, asked);
  }

  @Route('GET', '/api/hotels/:id/reservations', FindReservations, { says: 'The reservations of a hotel for its desk; for anybody else their own.', access: 'signed-in', names })
  find(asked: FindReservationsRequest): Promise<Buffer> {
    return this.bus.forward(FindReservations, asked);
  }

  @Route('GET', '/api/hotels/:id/reservations/:rid', GetReservation, { says: 'One reservation, for the desk and for whose it is.', access: 'owner', names })
  show(asked: ReservationRequest): Promise<Buffer> {
    return this.bus.forward(GetReservation, asked);
  }

  @Route('PUT', '/api/hotels/:id/reservations/:rid', ChangeReservation, { says: 'Changes a reservation; during the stay, the desk lets guests stay on, leave early or move.', access: 'owner', names })
  change(asked: ChangeReservationRequest): Promise<Buffer> {
    return this.bus.forward(ChangeReservation, asked);
  }

  @Route('PUT', '/api/hotels/:id/reservations/:rid/cancel', CancelReservation, { says: 'Calls a reservation off before arrival.', access: 'owner', names })
  cancel(asked: CancelReservationRequest): Promise<Buffer> {
    return this.bus.forward(CancelReservation, asked);
  }

  @Route('PUT', '/api/hotels/:id/reservations/:rid/check-in', CheckIn, { says: 'A guest arrives, pays and is given a room.', access: 'owner', names })
  checkIn(asked: CheckInRequest): Promise<Buffer> {
    return this.bus.forward(CheckIn, asked);
  }

  @Route('PUT', '/api/hotels/:id/reservations/:rid/check-out', CheckOut, { says: 'A guest leaves; their room is to be cleaned.', access: 'owner', names })
  checkOut(asked: ReservationRequest): Promise<Buffer> {
    return this.bus.forward(CheckOut, asked);
  }

  @Route('PUT', '/api/hotels/:id/reservations/:rid/no-show', MarkReservationNoShow, { says: 'Nobody has come.', access: 'owner', names })
  noShow(asked: ReservationRequest): Promise<Buffer> {
    return this.bus.forward(MarkReservationNoShow, asked);
  }
}

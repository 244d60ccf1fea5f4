import {
  FindArrivals, FindDepartures, FindFreeRooms, FindGuestStays, type FindGuestStaysRequest, FindInHouse, FindOverdue, FindOwnStays, GetBoard, type HotelDaysRequest,
  type HotelPageRequest, type HoursAheadRequest,
} from '@bookable/contracts-hotel-management';
import { Bus } from '@bookable/platform-bus';
import type { PageRequest } from '@bookable/wire';
import { Controller } from '@nestjs/common';
import { Route } from '../http/route';

const names = { id: 'hotelId', gid: 'guestId' };

/** Who stays in a hotel, who will, and who has. */
@Controller()
export class HotelStaysHttp {
  constructor(private readonly bus: Bus) {}

  @Route('GET', '/api/hotels/:id/board', GetBoard, { says: 'Every room by day.', access: 'owner', names })
  board(asked: HotelDaysRequest): Promise<Buffer> {
    return this.bus.forward(GetBoard, asked);
  }

  @Route('GET', '/api/hotels/:id/free-rooms', FindFreeRooms, { says: 'The rooms that nobody has for any of this time.', access: 'owner', names })
  freeRooms(asked: HotelDaysRequest): Promise<Buffer> {
    return this.bus.forward(FindFreeRooms, asked);
  }

  @Route('GET', '/api/hotels/:id/in-house', FindInHouse, { says: 'Who is in the house.', access: 'owner', names })
  inHouse(asked: HotelPageRequest): Promise<Buffer> {
    return this.bus.forward(FindInHouse, asked);
  }

  @Route('GET', '/api/hotels/:id/arrivals', FindArrivals, { says: 'Who is expected.', access: 'owner', names })
  arrivals(asked: HoursAheadRequest): Promise<Buffer> {
    return this.bus.forward(FindArrivals, asked);
  }

  @Route('GET', '/api/hotels/:id/departures', FindDepartures, { says: 'Who has to leave.', access: 'owner', names })
  departures(asked: HoursAheadRequest): Promise<Buffer> {
    return this.bus.forward(FindDepartures, asked);
  }

  @Route('GET', '/api/hotels/:id/overdue', FindOverdue, { says: 'Who should have left.', access: 'owner', names })
  overdue(asked: HotelPageRequest): Promise<Buffer> {
    return this.bus.forward(FindOverdue, asked);
  }

  @Route('GET', '/api/hotels/:id/guests/:gid/stays', FindGuestStays, { says: 'The stays of a guest, for the desk and for themselves.', access: 'owner', names })
  ofGuest(asked: FindGuestStaysRequest): Promise<Buffer> {
    return this.bus.forward(FindGuestStays, asked);
  }

  @Route('GET', '/api/me/stays', FindOwnStays, { says: "The caller's own stays.", access: 'signed-in' })
  own(asked: PageRequest): Promise<Buffer> {
    return this.bus.forward(FindOwnStays, asked);
  }
}

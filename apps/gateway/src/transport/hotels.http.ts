import {
  AddRoom, type AddRoomRequest, ChangeHotel, type ChangeHotelRequest, ChangeRoom, type ChangeRoomRequest, CreateHotel, type CreateHotelRequest,
  FindHotels, type FindHotelsRequest, FindRooms, type FindRoomsRequest, GetHotel, type GetHotelRequest, GetRateCalendar, GetRates, type GetRatesRequest, GetRoom,
  type GetRoomRequest, PreviewRates, type PreviewRatesRequest, type RateCalendarRequest, RemoveRoom, type RemoveRoomRequest, SetRates, type SetRatesRequest,
} from '@bookable/contracts-hotel-management';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Route } from '../http/route';

const names = { id: 'hotelId', rid: 'roomId' };

/** Hotels, their rooms and their rates. */
@Controller()
export class HotelsHttp {
  constructor(private readonly bus: Bus) {}

  @Route('POST', '/api/hotels', CreateHotel, { says: 'Opens a hotel.', access: 'signed-in', status: 201 })
  create(asked: CreateHotelRequest): Promise<Buffer> {
    return this.bus.forward(CreateHotel, asked);
  }

  @Route('GET', '/api/hotels', FindHotels, { says: 'The hotels the caller works in.', access: 'signed-in' })
  find(asked: FindHotelsRequest): Promise<Buffer> {
    return this.bus.forward(FindHotels, asked);
  }

  @Route('GET', '/api/hotels/:id', GetHotel, { says: 'One hotel.', access: 'anyone', names })
  show(asked: GetHotelRequest): Promise<Buffer> {
    return this.bus.forward(GetHotel, asked);
  }

  @Route('PUT', '/api/hotels/:id', ChangeHotel, { says: 'Replaces what is said of a hotel.', access: 'owner', names })
  change(asked: ChangeHotelRequest): Promise<Buffer> {
    return this.bus.forward(ChangeHotel, asked);
  }

  @Route('POST', '/api/hotels/:id/rooms', AddRoom, { says: 'Adds a room.', access: 'owner', status: 201, names })
  addRoom(asked: AddRoomRequest): Promise<Buffer> {
    return this.bus.forward(AddRoom, asked);
  }

  @Route('GET', '/api/hotels/:id/rooms', FindRooms, { says: 'The rooms of a hotel.', access: 'owner', names })
  findRooms(asked: FindRoomsRequest): Promise<Buffer> {
    return this.bus.forward(FindRooms, asked);
  }

  @Route('GET', '/api/hotels/:id/rooms/:rid', GetRoom, { says: 'One room of a hotel.', access: 'owner', names })
  showRoom(asked: GetRoomRequest): Promise<Buffer> {
    return this.bus.forward(GetRoom, asked);
  }

  @Route('PUT', '/api/hotels/:id/rooms/:rid', ChangeRoom, { says: 'Replaces what is said of a room.', access: 'owner', names })
  changeRoom(asked: ChangeRoomRequest): Promise<Buffer> {
    return this.bus.forward(ChangeRoom, asked);
  }

  @Route('DELETE', '/api/hotels/:id/rooms/:rid', RemoveRoom, { says: 'Takes a room out of the hotel.', access: 'owner', names })
  removeRoom(asked: RemoveRoomRequest): Promise<Buffer> {
    return this.bus.forward(RemoveRoom, asked);
  }

  @Route('GET', '/api/hotels/:id/rates', GetRates, { says: "A hotel's rates.", access: 'owner', names })
  showRates(asked: GetRatesRequest): Promise<Buffer> {
    return this.bus.forward(GetRates, asked);
  }

  @Route('PUT', '/api/hotels/:id/rates', SetRates, { says: "Replaces a hotel's rates.", access: 'owner', names })
  setRates(asked: SetRatesRequest): Promise<Buffer> {
    return this.bus.forward(SetRates, asked);
  }

  @Route('GET', '/api/hotels/:id/rates/calendar', GetRateCalendar, { says: 'What each night costs, and by which rule.', access: 'owner', names })
  showRateCalendar(asked: RateCalendarRequest): Promise<Buffer> {
    return this.bus.forward(GetRateCalendar, asked);
  }

  @Route('POST', '/api/hotels/:id/rates/preview', PreviewRates, { says: 'What each night would cost under other rates, beside what it costs now.', access: 'owner', names })
  previewRates(asked: PreviewRatesRequest): Promise<Buffer> {
    return this.bus.forward(PreviewRates, asked);
  }
}

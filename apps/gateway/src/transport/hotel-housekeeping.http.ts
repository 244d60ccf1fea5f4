import {
  type CleaningRequest, FindCleanings, type FindCleaningsRequest, FindHousekeeping, type FindHousekeepingRequest, FinishCleaning, RequestCleaning, type RequestCleaningRequest, TakeCleaning,
} from '@bookable/contracts-hotel-management';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Route } from '../http/route';

const names = { id: 'hotelId', rid: 'roomId' };

/** Which rooms of a hotel are to be cleaned. */
@Controller()
export class HotelHousekeepingHttp {
  constructor(private readonly bus: Bus) {}

  @Route('GET', '/api/hotels/:id/housekeeping', FindHousekeeping, { says: 'The rooms to be cleaned, most urgent first.', access: 'owner', names })
  list(asked: FindHousekeepingRequest): Promise<Buffer> {
    return this.bus.forward(FindHousekeeping, asked);
  }

  @Route('GET', '/api/hotels/:id/rooms/:rid/cleanings', FindCleanings, { says: 'Every cleaning of a room, the latest first.', access: 'owner', names })
  history(asked: FindCleaningsRequest): Promise<Buffer> {
    return this.bus.forward(FindCleanings, asked);
  }

  @Route('POST', '/api/hotels/:id/rooms/:rid/cleaning', RequestCleaning, { says: 'Asks for a room to be cleaned: the desk, or the guest who stays in it.', access: 'owner', status: 201, names })
  request(asked: RequestCleaningRequest): Promise<Buffer> {
    return this.bus.forward(RequestCleaning, asked);
  }

  @Route('PUT', '/api/hotels/:id/rooms/:rid/cleaning/take', TakeCleaning, { says: 'Takes a room to clean it.', access: 'owner', names })
  take(asked: CleaningRequest): Promise<Buffer> {
    return this.bus.forward(TakeCleaning, asked);
  }

  @Route('PUT', '/api/hotels/:id/rooms/:rid/cleaning/done', FinishCleaning, { says: 'The room is clean.', access: 'owner', names })
  finish(asked: CleaningRequest): Promise<Buffer> {
    return this.bus.forward(FinishCleaning, asked);
  }
}

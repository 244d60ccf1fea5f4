import {
  ChangeGuest, type ChangeGuestRequest, FindGuests, type FindGuestsRequest, GetGuest, type GetGuestRequest, MergeGuests, type MergeGuestsRequest,
  RegisterGuest, type RegisterGuestRequest,
} from '@bookable/contracts-hotel-management';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Route } from '../http/route';

const names = { id: 'hotelId', gid: 'guestId' };

/** The guests of a hotel. */
@Controller()
export class HotelGuestsHttp {
  constructor(private readonly bus: Bus) {}

  @Route('POST', '/api/hotels/:id/guests', RegisterGuest, { says: 'Registers a guest: the desk anybody, anybody else themselves.', access: 'signed-in', status: 201, names })
  register(asked: RegisterGuestRequest): Promise<Buffer> {
    return this.bus.forward(RegisterGuest, asked);
  }

  @Route('GET', '/api/hotels/:id/guests', FindGuests, { says: 'The guests of a hotel for its desk; for anybody else the one they are.', access: 'signed-in', names })
  find(asked: FindGuestsRequest): Promise<Buffer> {
    return this.bus.forward(FindGuests, asked);
  }

  @Route('GET', '/api/hotels/:id/guests/:gid', GetGuest, { says: 'One guest, for the desk and for themselves.', access: 'owner', names })
  show(asked: GetGuestRequest): Promise<Buffer> {
    return this.bus.forward(GetGuest, asked);
  }

  @Route('PUT', '/api/hotels/:id/guests/:gid', ChangeGuest, { says: 'Says something else of a guest.', access: 'owner', names })
  change(asked: ChangeGuestRequest): Promise<Buffer> {
    return this.bus.forward(ChangeGuest, asked);
  }

  @Route('PUT', '/api/hotels/:id/guests/:gid/merge', MergeGuests, { says: 'Makes two records of one guest one.', access: 'owner', names })
  merge(asked: MergeGuestsRequest): Promise<Buffer> {
    return this.bus.forward(MergeGuests, asked);
  }
}

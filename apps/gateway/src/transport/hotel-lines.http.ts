import { FindLine, type FindLineRequest, type LineEntryRequest, PutInLine, type PutInLineRequest, TakeForGuest, TakeOutOfLine } from '@bookable/contracts-hotel-management';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Route } from '../http/route';

const names = { id: 'hotelId', eid: 'entryId' };

/** Who waits for a room of a hotel, at its desk. */
@Controller()
export class HotelLinesHttp {
  constructor(private readonly bus: Bus) {}

  @Route('POST', '/api/hotels/:id/waitlist', PutInLine, { says: 'The desk puts a guest in line for a kind of room that is taken.', access: 'owner', status: 201, names })
  put(asked: PutInLineRequest): Promise<Buffer> {
    return this.bus.forward(PutInLine, asked);
  }

  @Route('GET', '/api/hotels/:id/waitlist', FindLine, { says: 'Who waits for a kind of room, in the order in which they are served, for the desk.', access: 'owner', names })
  find(asked: FindLineRequest): Promise<Buffer> {
    return this.bus.forward(FindLine, asked);
  }

  @Route('DELETE', '/api/hotels/:id/waitlist/:eid', TakeOutOfLine, { says: 'The desk takes a guest out of line whom it has put there.', access: 'owner', names })
  takeOut(asked: LineEntryRequest): Promise<Buffer> {
    return this.bus.forward(TakeOutOfLine, asked);
  }

  @Route('PUT', '/api/hotels/:id/waitlist/:eid/take', TakeForGuest, { says: 'The desk takes for its guest the room that is held for them.', access: 'owner', names })
  take(asked: LineEntryRequest): Promise<Buffer> {
    return this.bus.forward(TakeForGuest, asked);
  }
}

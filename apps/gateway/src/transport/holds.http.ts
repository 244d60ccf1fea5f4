import { FindHolds, type FindHoldsRequest, type HoldRequest, PlaceHold, type PlaceHoldRequest, ReleaseHold, RenewHold } from '@bookable/contracts-booking';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Route } from '../http/route';

const names = { id: 'holdId' };

/** What people keep for a while before they book. */
@Controller()
export class HoldsHttp {
  constructor(private readonly bus: Bus) {}

  @Route('POST', '/api/holds', PlaceHold, { says: 'Keeps a stay for the caller for a while.', access: 'signed-in', status: 201 })
  place(asked: PlaceHoldRequest): Promise<Buffer> {
    return this.bus.forward(PlaceHold, asked);
  }

  @Route('GET', '/api/holds', FindHolds, { says: 'What the caller holds at this moment.', access: 'signed-in' })
  find(asked: FindHoldsRequest): Promise<Buffer> {
    return this.bus.forward(FindHolds, asked);
  }

  @Route('PUT', '/api/holds/:id/renew', RenewHold, { says: 'Lets a hold stand as long again, once.', access: 'party', names })
  renew(asked: HoldRequest): Promise<Buffer> {
    return this.bus.forward(RenewHold, asked);
  }

  @Route('DELETE', '/api/holds/:id', ReleaseHold, { says: 'Gives back what is held.', access: 'party', names })
  release(asked: HoldRequest): Promise<Buffer> {
    return this.bus.forward(ReleaseHold, asked);
  }
}

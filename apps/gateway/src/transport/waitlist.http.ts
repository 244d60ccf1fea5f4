import {
  FindListingWaitlist, type FindListingWaitlistRequest, FindOwnWaitlist, type FindOwnWaitlistRequest, JoinWaitlist, type JoinWaitlistRequest,
  LeaveWaitlist, PassOffer, TakeOffer, type TakeOfferRequest, type WaitlistEntryRequest,
} from '@bookable/contracts-booking';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Route } from '../http/route';

const ofListing = { id: 'listingId' };
const ofEntry = { id: 'entryId' };

/** Waiting for what is taken, and answering what is offered when it frees. */
@Controller()
export class WaitlistHttp {
  constructor(private readonly bus: Bus) {}

  @Route('POST', '/api/listings/:id/waitlist', JoinWaitlist, {
    says: 'Stands in line for a time that is taken; whoever is next is offered what frees.', access: 'signed-in', status: 201, names: ofListing,
  })
  join(asked: JoinWaitlistRequest): Promise<Buffer> {
    return this.bus.forward(JoinWaitlist, asked);
  }

  @Route('GET', '/api/listings/:id/waitlist', FindListingWaitlist, { says: 'Who stands in line, in the order in which they are served.', access: 'owner', names: ofListing })
  findOfListing(asked: FindListingWaitlistRequest): Promise<Buffer> {
    return this.bus.forward(FindListingWaitlist, asked);
  }

  @Route('GET', '/api/waitlist', FindOwnWaitlist, { says: 'What the caller waits or has waited for.', access: 'signed-in' })
  findOwn(asked: FindOwnWaitlistRequest): Promise<Buffer> {
    return this.bus.forward(FindOwnWaitlist, asked);
  }

  @Route('DELETE', '/api/waitlist/:id', LeaveWaitlist, { says: 'Leaves the line.', access: 'party', names: ofEntry })
  leave(asked: WaitlistEntryRequest): Promise<Buffer> {
    return this.bus.forward(LeaveWaitlist, asked);
  }

  @Route('PUT', '/api/waitlist/:id/take', TakeOffer, { says: 'Turns what is offered into a booking.', access: 'party', names: ofEntry })
  take(asked: TakeOfferRequest): Promise<Buffer> {
    return this.bus.forward(TakeOffer, asked);
  }

  @Route('PUT', '/api/waitlist/:id/pass', PassOffer, { says: 'Gives what is offered on to the next in line.', access: 'party', names: ofEntry })
  pass(asked: WaitlistEntryRequest): Promise<Buffer> {
    return this.bus.forward(PassOffer, asked);
  }
}

import { Controller } from '@nestjs/common';
import {
  FindListingWaitlist, type FindListingWaitlistRequest, FindOwnWaitlist, type FindOwnWaitlistRequest, FindScheduleClash, type FindScheduleClashRequest,
  JoinWaitlist, type JoinWaitlistRequest,
  LeaveWaitlist, PassOffer, TakeOffer, type TakeOfferRequest, type WaitlistEntryRequest,
} from '@bookable/contracts-booking';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { FindListingWaitlist as FindListingWaitlistCase } from '../application/find-listing-waitlist';
import { FindOwnWaitlist as FindOwnWaitlistCase } from '../application/find-own-waitlist';
import { FindScheduleClash as FindScheduleClashCase } from '../application/find-schedule-clash';
import { JoinWaitlist as JoinWaitlistCase } from '../application/join-waitlist';
import { LeaveWaitlist as LeaveWaitlistCase } from '../application/leave-waitlist';
import { PassOffer as PassOfferCase } from '../application/pass-offer';
import { TakeOffer as TakeOfferCase } from '../application/take-offer';

/** Waiting for what is taken, answering what is offered, and where people are. */
@Controller()
export class WaitlistRpc {
  constructor(
    private readonly joinWaitlist: JoinWaitlistCase,
    private readonly leaveWaitlist: LeaveWaitlistCase,
    private readonly takeOffer: TakeOfferCase,
    private readonly passOffer: PassOfferCase,
    private readonly findOwn: FindOwnWaitlistCase,
    private readonly findOfListing: FindListingWaitlistCase,
    private readonly findClash: FindScheduleClashCase,
  ) {}

  /** `booking.join-waitlist` */
  @Handles(JoinWaitlist)
  join(request: JoinWaitlistRequest, context: MessageContext) {
    return this.joinWaitlist.execute(request, context);
  }

  /** `booking.leave-waitlist` */
  @Handles(LeaveWaitlist)
  leave(request: WaitlistEntryRequest, context: MessageContext) {
    return this.leaveWaitlist.execute(request, context);
  }

  /** `booking.take-offer` */
  @Handles(TakeOffer)
  take(request: TakeOfferRequest, context: MessageContext) {
    return this.takeOffer.execute(request, context);
  }

  /** `booking.pass-offer` */
  @Handles(PassOffer)
  pass(request: WaitlistEntryRequest, context: MessageContext) {
    return this.passOffer.execute(request, context);
  }

  /** `booking.find-own-waitlist` */
  @Handles(FindOwnWaitlist)
  own(request: FindOwnWaitlistRequest, context: MessageContext) {
    return this.findOwn.execute(request, context);
  }

  /** `booking.find-listing-waitlist` */
  @Handles(FindListingWaitlist)
  ofListing(request: FindListingWaitlistRequest, context: MessageContext) {
    return this.findOfListing.execute(request, context);
  }

  /** `booking.find-schedule-clash` */
  @Handles(FindScheduleClash)
  clash(request: FindScheduleClashRequest) {
    return this.findClash.execute(request);
  }
}

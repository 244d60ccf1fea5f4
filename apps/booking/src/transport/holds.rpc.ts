import { Controller } from '@nestjs/common';
import { FindHolds, type FindHoldsRequest, type HoldRequest, PlaceHold, type PlaceHoldRequest, ReleaseHold, RenewHold } from '@bookable/contracts-booking';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { FindHolds as FindHoldsCase } from '../application/find-holds';
import { PlaceHold as PlaceHoldCase } from '../application/place-hold';
import { ReleaseHold as ReleaseHoldCase } from '../application/release-hold';
import { RenewHold as RenewHoldCase } from '../application/renew-hold';

/** What people keep for a while before they book. */
@Controller()
export class HoldsRpc {
  constructor(
    private readonly placeHold: PlaceHoldCase,
    private readonly findHolds: FindHoldsCase,
    private readonly renewHold: RenewHoldCase,
    private readonly releaseHold: ReleaseHoldCase,
  ) {}

  /** `booking.place-hold` */
  @Handles(PlaceHold)
  place(request: PlaceHoldRequest, context: MessageContext) {
    return this.placeHold.execute(request, context);
  }

  /** `booking.find-holds` */
  @Handles(FindHolds)
  find(request: FindHoldsRequest, context: MessageContext) {
    return this.findHolds.execute(request, context);
  }

  /** `booking.renew-hold` */
  @Handles(RenewHold)
  renew(request: HoldRequest, context: MessageContext) {
    return this.renewHold.execute(request, context);
  }

  /** `booking.release-hold` */
  @Handles(ReleaseHold)
  release(request: HoldRequest, context: MessageContext) {
    return this.releaseHold.execute(request, context);
  }
}

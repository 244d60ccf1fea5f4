import {
  ChangeGuest as ChangeGuestContract, type ChangeGuestRequest, FindGuests as FindGuestsContract, type FindGuestsRequest, GetGuest, type GetGuestRequest,
  MergeGuests as MergeGuestsContract, type MergeGuestsRequest, RegisterGuest as RegisterGuestContract, type RegisterGuestRequest,
} from '@bookable/contracts-hotel-management';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { ChangeGuest } from '../application/change-guest';
import { FindGuests } from '../application/find-guests';
import { MergeGuests } from '../application/merge-guests';
import { RegisterGuest } from '../application/register-guest';

/** Who stays in a hotel. */
@Controller()
export class GuestsRpc {
  constructor(
    private readonly registerGuest: RegisterGuest,
    private readonly changeGuest: ChangeGuest,
    private readonly mergeGuests: MergeGuests,
    private readonly findGuests: FindGuests,
  ) {}

  /** `hotel-management.register-guest` */
  @Handles(RegisterGuestContract)
  register(request: RegisterGuestRequest, context: MessageContext) {
    return this.registerGuest.execute(request, context);
  }

  /** `hotel-management.change-guest` */
  @Handles(ChangeGuestContract)
  change(request: ChangeGuestRequest, context: MessageContext) {
    return this.changeGuest.execute(request, context);
  }

  /** `hotel-management.merge-guests` */
  @Handles(MergeGuestsContract)
  merge(request: MergeGuestsRequest, context: MessageContext) {
    return this.mergeGuests.execute(request, context);
  }

  /** `hotel-management.find-guests` */
  @Handles(FindGuestsContract)
  find(request: FindGuestsRequest, context: MessageContext) {
    return this.findGuests.page(request, context);
  }

  /** `hotel-management.get-guest` */
  @Handles(GetGuest)
  one(request: GetGuestRequest, context: MessageContext) {
    return this.findGuests.one(request, context);
  }
}

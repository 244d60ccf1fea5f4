import { defineCommand } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { HoldEnded, HoldRenewed } from './hold.errors';
import { HoldView } from './hold.view';

/** Which hold is meant. */
export class HoldRequest {
  @IsId()
  holdId: string;
}

/** Lets a hold stand as long again from now on, once. */
export const RenewHold = defineCommand<HoldRequest, HoldView>({
  topic: 'booking.renew-hold',
  request: HoldRequest,
  reply: HoldView,
  problems: [HoldEnded, HoldRenewed],
});

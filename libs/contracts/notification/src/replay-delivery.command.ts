import { Forbidden, NotFound, defineCommand } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { DeliveryView } from './delivery.view';
import { DeliveryForgotten, DeliverySettled } from './notification.errors';

/** Which delivery. */
export class DeliveryRequest {
  @IsId()
  id: string;
}

/**
 * Has a dead delivery tried anew, with as many tries as a new one, at the address its reader has now; for administrators.
 * One that waits already stays as it is, and one that was sent is never sent again.
 */
export const ReplayDelivery = defineCommand<DeliveryRequest, DeliveryView>({
  topic: 'notification.replay-delivery',
  request: DeliveryRequest,
  reply: DeliveryView,
  problems: [DeliverySettled, DeliveryForgotten, Forbidden, NotFound],
});

import { DeliveryRequest, type DeliveryView, FindDeliveries, FindDeliveriesRequest, ReplayDelivery } from '@bookable/contracts-notification';
import type { Page } from '@bookable/kernel';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { FindDeliveries as FindDeliveriesCase } from '../application/deliveries/find-deliveries';
import { ReplayDelivery as ReplayDeliveryCase } from '../application/deliveries/replay-delivery';

/** What became of deliveries, for administrators. */
@Controller()
export class DeliveriesRpc {
  constructor(
    private readonly findDeliveries: FindDeliveriesCase,
    private readonly replayDelivery: ReplayDeliveryCase,
  ) {}

  @Handles(FindDeliveries)
  find(request: FindDeliveriesRequest, context: MessageContext): Promise<Page<DeliveryView>> {
    return this.findDeliveries.execute(request, context);
  }

  @Handles(ReplayDelivery)
  replay(request: DeliveryRequest, context: MessageContext): Promise<DeliveryView> {
    return this.replayDelivery.execute(request, context);
  }
}

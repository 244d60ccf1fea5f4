import { type DeliveryRequest, FindDeliveries, type FindDeliveriesRequest, ReplayDelivery } from '@bookable/contracts-notification';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Route } from '../http/route';

/** What became of messages to people, for administrators. */
@Controller()
export class DeliveriesHttp {
  constructor(private readonly bus: Bus) {}

  @Route('GET', '/api/admin/deliveries', FindDeliveries, { says: 'What was sent to whom and what became of it, newest first.', access: 'admin' })
  find(asked: FindDeliveriesRequest): Promise<Buffer> {
    return this.bus.forward(FindDeliveries, asked);
  }

  @Route('PUT', '/api/admin/deliveries/:id/replay', ReplayDelivery, { says: 'Has a dead delivery tried anew.', access: 'admin' })
  replay(asked: DeliveryRequest): Promise<Buffer> {
    return this.bus.forward(ReplayDelivery, asked);
  }
}

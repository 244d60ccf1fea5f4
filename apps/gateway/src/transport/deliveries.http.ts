import {
  type DeadAddressRequest, type DeliveryRequest, FindDeadAddresses, type FindDeadAddressesRequest, FindDeliveries, type FindDeliveriesRequest, ReplayDelivery,
  ReviveAddress,
} from '@bookable/contracts-notification';
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

  @Route('GET', '/api/admin/dead-addresses', FindDeadAddresses, { says: 'The addresses that are not mailed any more, and why.', access: 'admin' })
  findDeadAddresses(asked: FindDeadAddressesRequest): Promise<Buffer> {
    return this.bus.forward(FindDeadAddresses, asked);
  }

  @Route('DELETE', '/api/admin/dead-addresses/:id', ReviveAddress, { says: 'Has an address mailed again.', access: 'admin' })
  reviveAddress(asked: DeadAddressRequest): Promise<Buffer> {
    return this.bus.forward(ReviveAddress, asked);
  }
}

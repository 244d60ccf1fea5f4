import {
  GetPushChannel, type GetPushChannelRequest, type PushSubscriptionRequest, SubscribeToPushes, type SubscribeToPushesRequest, UnsubscribeFromPushes,
} from '@bookable/contracts-notification';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Route } from '../http/route';

/** The browsers that pushes go to. */
@Controller()
export class PushSubscriptionsHttp {
  constructor(private readonly bus: Bus) {}

  @Route('GET', '/api/notifications/push-subscriptions', GetPushChannel, { says: 'Whether pushes reach the caller, by which key to subscribe, and which browsers have.', access: 'signed-in' })
  look(asked: GetPushChannelRequest): Promise<Buffer> {
    return this.bus.forward(GetPushChannel, asked);
  }

  @Route('POST', '/api/notifications/push-subscriptions', SubscribeToPushes, { says: 'Has pushes go to a browser of the caller.', access: 'signed-in', status: 201 })
  subscribe(asked: SubscribeToPushesRequest): Promise<Buffer> {
    return this.bus.forward(SubscribeToPushes, asked);
  }

  @Route('DELETE', '/api/notifications/push-subscriptions/:id', UnsubscribeFromPushes, { says: 'Has no more pushes go to a browser.', access: 'owner' })
  unsubscribe(asked: PushSubscriptionRequest): Promise<Buffer> {
    return this.bus.forward(UnsubscribeFromPushes, asked);
  }
}

import {
  GetPushChannel, GetPushChannelRequest, type PushChannelView, PushSubscriptionRequest, type PushSubscriptionView, SubscribeToPushes, SubscribeToPushesRequest,
  UnsubscribeFromPushes,
} from '@bookable/contracts-notification';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { PushSubscriptions } from '../application/deliveries/push-subscriptions';

/** The browsers that pushes go to. */
@Controller()
export class PushSubscriptionsRpc {
  constructor(private readonly subscriptions: PushSubscriptions) {}

  @Handles(GetPushChannel)
  look(_request: GetPushChannelRequest, context: MessageContext): Promise<PushChannelView> {
    return this.subscriptions.look(context);
  }

  @Handles(SubscribeToPushes)
  subscribe(request: SubscribeToPushesRequest, context: MessageContext): Promise<PushSubscriptionView> {
    return this.subscriptions.subscribe(request, context);
  }

  @Handles(UnsubscribeFromPushes)
  unsubscribe(request: PushSubscriptionRequest, context: MessageContext): Promise<void> {
    return this.subscriptions.unsubscribe(request, context);
  }
}

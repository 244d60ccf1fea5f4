import { NotFound, defineCommand, defineQuery } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import { PushEndpointRefused, PushIsOff } from './notification.errors';
import { PushChannelView, PushSubscriptionView } from './push-subscription.view';

/** The keys a browser shows with its subscription (RFC 8291): what is pushed can be read by it alone. */
export class PushKeys {
  /** A point on the curve P-256, 65 bytes in Base64 for addresses. */
  @Matches(/^B[A-Za-z0-9_-]{86}=?$/, { message: 'p256dh must be the public key of a push subscription' })
  p256dh: string;

  /** 16 bytes. */
  @Matches(/^[A-Za-z0-9_-]{22}={0,2}$/, { message: 'auth must be the secret of a push subscription' })
  auth: string;
}

/** A subscription as a browser gives it. */
export class SubscribeToPushesRequest {
  /** Where its vendor takes pushes: an https address on the public web. */
  @IsString() @MaxLength(2_000)
  endpoint: string;

  @ValidateNested() @Type(() => PushKeys)
  keys: PushKeys;
}

/** Which subscription of the caller's. */
export class PushSubscriptionRequest {
  @IsId()
  id: string;
}

/** Nothing to say: the caller's own are meant. */
export class GetPushChannelRequest {}

/** Says whether and how pushes reach the caller. */
export const GetPushChannel = defineQuery<GetPushChannelRequest, PushChannelView>({
  topic: 'notification.get-push-channel',
  request: GetPushChannelRequest,
  reply: PushChannelView,
});

/** Has pushes go to a browser of the caller's. The same browser again is the same subscription; of many the oldest goes. */
export const SubscribeToPushes = defineCommand<SubscribeToPushesRequest, PushSubscriptionView>({
  topic: 'notification.subscribe-to-pushes',
  request: SubscribeToPushesRequest,
  reply: PushSubscriptionView,
  problems: [PushIsOff, PushEndpointRefused],
});

/** Has no more pushes go to a browser. Somebody else's is `not-found`. */
export const UnsubscribeFromPushes = defineCommand<PushSubscriptionRequest>({
  topic: 'notification.unsubscribe-from-pushes',
  request: PushSubscriptionRequest,
  problems: [NotFound],
});

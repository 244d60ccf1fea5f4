import { Forbidden, type Page, defineQuery } from '@bookable/kernel';
import { IsId, PageRequest } from '@bookable/wire';
import { IsIn, IsOptional } from 'class-validator';
import { DELIVERY_STATUSES, type DeliveryStatus, DeliveryView } from './delivery.view';
import { NOTIFICATION_CHANNELS, type NotificationChannel } from './notification-channel';

/** Which deliveries to list. */
export class FindDeliveriesRequest extends PageRequest {
  @IsOptional() @IsIn(DELIVERY_STATUSES)
  status?: DeliveryStatus;

  @IsOptional() @IsIn(NOTIFICATION_CHANNELS)
  channel?: NotificationChannel;

  @IsOptional() @IsId()
  userId?: string;
}

/** What was sent to whom and what became of it, newest first, for ninety days; for administrators. */
export const FindDeliveries = defineQuery<FindDeliveriesRequest, Page<DeliveryView>>({
  topic: 'notification.find-deliveries',
  request: FindDeliveriesRequest,
  reply: DeliveryView,
  answers: 'page',
  problems: [Forbidden],
});

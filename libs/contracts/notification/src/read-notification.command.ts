import { defineCommand } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { NotificationView } from './notification.view';

/** A notification of the caller's own. */
export class ReadNotificationRequest {
  @IsId()
  id: string;
}

/** Marks one notification as read; the time of the first reading stays. Somebody else's is `not-found`. */
export const ReadNotification = defineCommand<ReadNotificationRequest, NotificationView>({
  topic: 'notification.read-notification',
  request: ReadNotificationRequest,
  reply: NotificationView,
});

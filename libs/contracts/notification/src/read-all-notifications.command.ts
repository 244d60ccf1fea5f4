import { defineCommand } from '@bookable/kernel';
import { IsInt } from 'class-validator';

/** Nothing to say: the caller's own are meant. */
export class ReadAllNotificationsRequest {}

/** How many were unread until now. */
export class ReadAllNotificationsView {
  @IsInt()
  read: number;
}

/** Marks all of the caller's notifications as read. */
export const ReadAllNotifications = defineCommand<ReadAllNotificationsRequest, ReadAllNotificationsView>({
  topic: 'notification.read-all-notifications',
  request: ReadAllNotificationsRequest,
  reply: ReadAllNotificationsView,
});

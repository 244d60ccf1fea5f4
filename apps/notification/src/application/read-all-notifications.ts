import type { ReadAllNotificationsView } from '@bookable/contracts-notification';
import type { MessageContext } from '@bookable/platform-bus';
import { Injectable } from '@nestjs/common';
import { NotificationStore } from '../persistence/notification.store';
import { ownId } from './own-id';

/** Marks everything its reader was told as read. */
@Injectable()
export class ReadAllNotifications {
  constructor(private readonly notifications: NotificationStore) {}

  async execute(context: MessageContext): Promise<ReadAllNotificationsView> {
    return { read: await this.notifications.readAll(ownId(context)) };
  }
}

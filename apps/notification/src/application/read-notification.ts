import type { NotificationView, ReadNotificationRequest } from '@bookable/contracts-notification';
import { DomainError, NotFound } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Injectable } from '@nestjs/common';
import { NotificationStore } from '../persistence/notification.store';
import { ownId } from './own-id';

/** Marks one notification as read. */
@Injectable()
export class ReadNotification {
  constructor(private readonly notifications: NotificationStore) {}

  async execute({ id }: ReadNotificationRequest, context: MessageContext): Promise<NotificationView> {
    const notification = await this.notifications.read(id, ownId(context));
    if (!notification) throw new DomainError(NotFound);
    return notification;
  }
}

import type { FindNotificationsRequest, NotificationPageView } from '@bookable/contracts-notification';
import { encodeCursor } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Injectable } from '@nestjs/common';
import { NotificationStore } from '../persistence/notification.store';
import { ownId } from './own-id';
import { readCursor } from './read-cursor';

/** Lists what its reader was told, newest first. */
@Injectable()
export class FindNotifications {
  constructor(private readonly notifications: NotificationStore) {}

  async execute({ unread, cursor, limit = 20 }: FindNotificationsRequest, context: MessageContext): Promise<NotificationPageView> {
    const personId = ownId(context);
    const after = readCursor(cursor);
    const key = after && { createdAt: after.at, id: after.id };
    const [found, unreadCount] = await Promise.all([
      this.notifications.page({ personId, isUnread: unread, after: key, limit: limit + 1 }),
      this.notifications.countUnread(personId),
    ]);
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1) : undefined;
    return { items, nextCursor: last ? encodeCursor([last.createdAt, last.id]) : null, unreadCount };
  }
}

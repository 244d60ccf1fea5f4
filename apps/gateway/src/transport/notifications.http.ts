import {
  ChangePreferences, type ChangePreferencesRequest, FindNotifications, type FindNotificationsRequest, GetPreferences, type GetPreferencesRequest,
  ReadAllNotifications, type ReadAllNotificationsRequest, ReadNotification, type ReadNotificationRequest,
} from '@bookable/contracts-notification';
import { Bus } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { Route } from '../http/route';

/** What people are told, and over which channels they want to be told. */
@Controller()
export class NotificationsHttp {
  constructor(private readonly bus: Bus) {}

  @Route('GET', '/api/notifications', FindNotifications, { says: "The caller's notifications.", access: 'signed-in' })
  find(asked: FindNotificationsRequest): Promise<Buffer> {
    return this.bus.forward(FindNotifications, asked);
  }

  @Route('PUT', '/api/notifications/:id/read', ReadNotification, { says: 'Marks a notification as read.', access: 'owner' })
  read(asked: ReadNotificationRequest): Promise<Buffer> {
    return this.bus.forward(ReadNotification, asked);
  }

  @Route('PUT', '/api/notifications/read-all', ReadAllNotifications, { says: "Marks all of the caller's notifications as read.", access: 'signed-in' })
  readAll(asked: ReadAllNotificationsRequest): Promise<Buffer> {
    return this.bus.forward(ReadAllNotifications, asked);
  }

  @Route('GET', '/api/notifications/preferences', GetPreferences, { says: 'Which channel tells the caller of what.', access: 'signed-in' })
  showPreferences(asked: GetPreferencesRequest): Promise<Buffer> {
    return this.bus.forward(GetPreferences, asked);
  }

  @Route('PUT', '/api/notifications/preferences', ChangePreferences, { says: 'Chooses channels by type of notification.', access: 'signed-in' })
  changePreferences(asked: ChangePreferencesRequest): Promise<Buffer> {
    return this.bus.forward(ChangePreferences, asked);
  }
}

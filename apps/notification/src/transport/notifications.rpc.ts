import {
  ChangePreferences, ChangePreferencesRequest, FindKeptMails, FindKeptMailsRequest, FindNotifications, FindNotificationsRequest, GetPreferences,
  GetPreferencesRequest, type KeptMailView, type NotificationPageView, type NotificationView, type PreferencesView, ReadAllNotifications,
  ReadAllNotificationsRequest, type ReadAllNotificationsView, ReadNotification, ReadNotificationRequest,
} from '@bookable/contracts-notification';
import type { Page } from '@bookable/kernel';
import { Handles, type MessageContext } from '@bookable/platform-bus';
import { Controller } from '@nestjs/common';
import { ChangePreferences as ChangePreferencesCase } from '../application/change-preferences';
import { FindKeptMails as FindKeptMailsCase } from '../application/find-kept-mails';
import { FindNotifications as FindNotificationsCase } from '../application/find-notifications';
import { GetPreferences as GetPreferencesCase } from '../application/get-preferences';
import { ReadAllNotifications as ReadAllNotificationsCase } from '../application/read-all-notifications';
import { ReadNotification as ReadNotificationCase } from '../application/read-notification';

/** What the service answers to. */
@Controller()
export class NotificationsRpc {
  constructor(
    private readonly findNotifications: FindNotificationsCase,
    private readonly readNotification: ReadNotificationCase,
    private readonly readAllNotifications: ReadAllNotificationsCase,
    private readonly getPreferences: GetPreferencesCase,
    private readonly changePreferences: ChangePreferencesCase,
    private readonly findKeptMails: FindKeptMailsCase,
  ) {}

  @Handles(FindNotifications)
  find(request: FindNotificationsRequest, context: MessageContext): Promise<NotificationPageView> {
    return this.findNotifications.execute(request, context);
  }

  @Handles(ReadNotification)
  read(request: ReadNotificationRequest, context: MessageContext): Promise<NotificationView> {
    return this.readNotification.execute(request, context);
  }

  @Handles(ReadAllNotifications)
  readAll(_request: ReadAllNotificationsRequest, context: MessageContext): Promise<ReadAllNotificationsView> {
    return this.readAllNotifications.execute(context);
  }

  @Handles(GetPreferences)
  preferences(_request: GetPreferencesRequest, context: MessageContext): Promise<PreferencesView> {
    return this.getPreferences.execute(context);
  }

  @Handles(ChangePreferences)
  change(request: ChangePreferencesRequest, context: MessageContext): Promise<PreferencesView> {
    return this.changePreferences.execute(request, context);
  }

  @Handles(FindKeptMails)
  keptMails(request: FindKeptMailsRequest): Promise<Page<KeptMailView>> {
    return this.findKeptMails.execute(request);
  }
}

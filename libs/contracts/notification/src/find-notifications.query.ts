import { defineQuery } from '@bookable/kernel';
import { PageRequest } from '@bookable/wire';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';
import { NotificationView } from './notification.view';

const BOOLEAN_WORDS = new Map<unknown, boolean>([['true', true], ['false', false]]);

/** Which of the caller's notifications: all, the unread (`unread=true`) or the read ones (`unread=false`). */
export class FindNotificationsRequest extends PageRequest {
  @IsOptional() @Transform(({ value }) => BOOLEAN_WORDS.get(value) ?? value) @IsBoolean()
  unread?: boolean;
}

/** A page of notifications, newest first, and how many of all are unread. */
export class NotificationPageView {
  @ValidateNested({ each: true }) @Type(() => NotificationView)
  items: NotificationView[];

  @IsOptional() @IsString()
  nextCursor: string | null;

  @IsInt()
  unreadCount: number;
}

/** Lists the caller's own notifications. */
export const FindNotifications = defineQuery<FindNotificationsRequest, NotificationPageView>({
  topic: 'notification.find-notifications',
  request: FindNotificationsRequest,
  reply: NotificationPageView,
});

import { defineEvent } from '@bookable/kernel';
import { IsId } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsInt, ValidateNested } from 'class-validator';
import { NotificationView } from './notification.view';

/** A stored notification and whom to push it to. */
export class NotificationFacts {
  @IsId()
  userId: string;

  @ValidateNested() @Type(() => NotificationView)
  notification: NotificationView;

  /** Always 1: a notification is told of once, when it is made. */
  @IsInt()
  version: number;
}

/** A person has a new notification in the app. */
export const NotificationCreated = defineEvent<NotificationFacts>({
  topic: 'notification.notification.created',
  payload: NotificationFacts,
  aggregateId: (facts) => facts.notification.id,
});

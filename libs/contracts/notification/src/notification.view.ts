import { IsId, IsInstant } from '@bookable/wire';
import { IsIn, IsOptional, IsString } from 'class-validator';
import { NOTIFICATION_SUBJECTS, NOTIFICATION_TYPES, type NotificationSubject, type NotificationType } from './notification-type';

/** A fact told to a person, in the language that person had chosen when it happened. */
export class NotificationView {
  @IsId()
  id: string;

  @IsIn(NOTIFICATION_TYPES)
  type: NotificationType;

  @IsString()
  title: string;

  @IsString()
  text: string;

  @IsIn(NOTIFICATION_SUBJECTS)
  subject: NotificationSubject;

  /** The id of the booking, listing, user, session, saved search, reservation or room it is about. */
  @IsString()
  subjectId: string;

  /** Path in the web application where the thing is shown, such as `/bookings/…`. */
  @IsString()
  path: string;

  @IsInstant()
  createdAt: string;

  /** Null while unread. */
  @IsOptional() @IsInstant()
  readAt: string | null;
}

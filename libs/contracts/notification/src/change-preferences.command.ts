import { defineCommand } from '@bookable/kernel';
import { IsTimeZoneName, MayBeLeftOut } from '@bookable/wire';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsBoolean, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { MandatoryNotification, QuietAllDay, TimeZoneMissing } from './notification.errors';
import { NOTIFICATION_TYPES, type NotificationType } from './notification-type';
import { PreferencesView } from './preferences.view';
import { DigestView, QuietHoursView } from './reading-hours.view';

/** A choice for one type; a channel that is left out stays as it was. */
export class PreferenceChange {
  @IsIn(NOTIFICATION_TYPES)
  type: NotificationType;

  @IsOptional() @IsBoolean()
  inApp?: boolean;

  @IsOptional() @IsBoolean()
  email?: boolean;

  @IsOptional() @IsBoolean()
  telegram?: boolean;

  @IsOptional() @IsBoolean()
  push?: boolean;
}

/** Choices for some types, and when to be written to; what is left out stays as it was. */
export class ChangePreferencesRequest {
  @MayBeLeftOut() @ArrayMaxSize(NOTIFICATION_TYPES.length) @ArrayUnique((change?: PreferenceChange) => change?.type)
  @ValidateNested({ each: true }) @Type(() => PreferenceChange)
  preferences?: PreferenceChange[];

  /** Where the person is; null forgets it. */
  @IsOptional() @IsTimeZoneName()
  timeZone?: string | null;

  /** When mails and pushes are to wait; null lets them come at any time. */
  @IsOptional() @ValidateNested() @Type(() => QuietHoursView)
  quietHours?: QuietHoursView | null;

  /** When one mail a day is to be sent instead of many; null asks for many, and sends what waits. */
  @IsOptional() @ValidateNested() @Type(() => DigestView)
  digest?: DigestView | null;
}

/** Changes the caller's preferences and answers all of them. */
export const ChangePreferences = defineCommand<ChangePreferencesRequest, PreferencesView>({
  topic: 'notification.change-preferences',
  request: ChangePreferencesRequest,
  reply: PreferencesView,
  problems: [MandatoryNotification, TimeZoneMissing, QuietAllDay],
});

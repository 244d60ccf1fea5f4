import { IsTimeZoneName } from '@bookable/wire';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { NOTIFICATION_TYPES, type NotificationType } from './notification-type';
import { DigestView, QuietHoursView } from './reading-hours.view';

/** Over which channels a person wants to hear of one type of notification. */
export class PreferenceView {
  @IsIn(NOTIFICATION_TYPES)
  type: NotificationType;

  @IsBoolean()
  inApp: boolean;

  @IsBoolean()
  email: boolean;

  @IsBoolean()
  telegram: boolean;

  @IsBoolean()
  push: boolean;
}

/** A person's preferences, one entry per type, defaults where nothing was chosen; and when they want to be written to. */
export class PreferencesView {
  @ValidateNested({ each: true }) @Type(() => PreferenceView)
  preferences: PreferenceView[];

  /** Where the person is; null where they have not said. */
  @IsOptional() @IsTimeZoneName()
  timeZone: string | null;

  /** When mails and pushes wait; what is shown in the app does not, nor does what concerns the safety of the account. */
  @IsOptional() @ValidateNested() @Type(() => QuietHoursView)
  quietHours: QuietHoursView | null;

  /** When the one mail a day is sent; null where each thing is a mail of its own. */
  @IsOptional() @ValidateNested() @Type(() => DigestView)
  digest: DigestView | null;
}

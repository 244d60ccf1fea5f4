import { Type } from 'class-transformer';
import { IsBoolean, IsIn, ValidateNested } from 'class-validator';
import { NOTIFICATION_TYPES, type NotificationType } from './notification-type';

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

/** A person's preferences, one entry per type, defaults where nothing was chosen. */
export class PreferencesView {
  @ValidateNested({ each: true }) @Type(() => PreferenceView)
  preferences: PreferenceView[];
}

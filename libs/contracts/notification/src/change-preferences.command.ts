import { defineCommand } from '@bookable/kernel';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsBoolean, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { MandatoryNotification } from './notification.errors';
import { NOTIFICATION_TYPES, type NotificationType } from './notification-type';
import { PreferencesView } from './preferences.view';

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

/** Choices for some types; a type that is left out stays as it was. */
export class ChangePreferencesRequest {
  @ArrayMaxSize(NOTIFICATION_TYPES.length) @ArrayUnique((change?: PreferenceChange) => change?.type)
  @ValidateNested({ each: true }) @Type(() => PreferenceChange)
  preferences: PreferenceChange[];
}

/** Changes the caller's preferences and answers all of them. */
export const ChangePreferences = defineCommand<ChangePreferencesRequest, PreferencesView>({
  topic: 'notification.change-preferences',
  request: ChangePreferencesRequest,
  reply: PreferencesView,
  problems: [MandatoryNotification],
});

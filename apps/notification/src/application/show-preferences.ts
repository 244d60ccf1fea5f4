import { NOTIFICATION_TYPES, type PreferencesView } from '@bookable/contracts-notification';
import { TYPE_DEFAULTS } from '../domain/notification-types';
import { channelsWanted } from '../domain/preference';
import type { KeptChoice } from '../persistence/preference.store';

/** What was chosen and, where nothing was, what holds without. */
export function showPreferences(choices: readonly KeptChoice[]): PreferencesView {
  const chosen = new Map(choices.map((choice) => [choice.type, choice]));
  return { preferences: NOTIFICATION_TYPES.map((type) => ({ type, ...channelsWanted(TYPE_DEFAULTS[type], chosen.get(type)) })) };
}

import { NOTIFICATION_TYPES, type PreferencesView } from '@bookable/contracts-notification';
import { TYPE_DEFAULTS } from '../domain/notification-types';
import { channelsWanted } from '../domain/preference';
import type { ReadingHours } from '../domain/reading-hours';
import type { KeptChoice } from '../persistence/preference.store';

/** What was chosen and, where nothing was, what holds without; and when to write. */
export function showPreferences(choices: readonly KeptChoice[], { timeZone, quietHours, digestAt }: ReadingHours): PreferencesView {
  const chosen = new Map(choices.map((choice) => [choice.type, choice]));
  const preferences = NOTIFICATION_TYPES.map((type) => ({ type, ...channelsWanted(TYPE_DEFAULTS[type], chosen.get(type)) }));
  return { preferences, timeZone, quietHours, digest: digestAt === null ? null : { at: digestAt } };
}

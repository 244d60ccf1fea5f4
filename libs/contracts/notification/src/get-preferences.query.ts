import { defineQuery } from '@bookable/kernel';
import { PreferencesView } from './preferences.view';

/** Nothing to say: the caller's own are meant. */
export class GetPreferencesRequest {}

/** Tells over which channels the caller is told of what. */
export const GetPreferences = defineQuery<GetPreferencesRequest, PreferencesView>({
  topic: 'notification.get-preferences',
  request: GetPreferencesRequest,
  reply: PreferencesView,
});

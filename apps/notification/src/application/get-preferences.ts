import type { PreferencesView } from '@bookable/contracts-notification';
import type { MessageContext } from '@bookable/platform-bus';
import { Injectable } from '@nestjs/common';
import { PreferenceStore } from '../persistence/preference.store';
import { ReadingHoursStore } from '../persistence/reading-hours.store';
import { ownId } from './own-id';
import { showPreferences } from './show-preferences';

/** Shows over which channels its reader is told of what, and when. */
@Injectable()
export class GetPreferences {
  constructor(
    private readonly preferences: PreferenceStore,
    private readonly hours: ReadingHoursStore,
  ) {}

  async execute(context: MessageContext): Promise<PreferencesView> {
    const personId = ownId(context);
    const [choices, hours] = await Promise.all([this.preferences.of(personId), this.hours.of(personId)]);
    return showPreferences(choices, hours);
  }
}

import type { PreferencesView } from '@bookable/contracts-notification';
import type { MessageContext } from '@bookable/platform-bus';
import { Injectable } from '@nestjs/common';
import { PreferenceStore } from '../persistence/preference.store';
import { ownId } from './own-id';
import { showPreferences } from './show-preferences';

/** Shows over which channels its reader is told of what. */
@Injectable()
export class GetPreferences {
  constructor(private readonly preferences: PreferenceStore) {}

  async execute(context: MessageContext): Promise<PreferencesView> {
    return showPreferences(await this.preferences.of(ownId(context)));
  }
}

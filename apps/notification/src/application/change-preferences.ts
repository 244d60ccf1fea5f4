import { type ChangePreferencesRequest, MandatoryNotification, type PreferencesView } from '@bookable/contracts-notification';
import { DomainError } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { TYPE_DEFAULTS } from '../domain/notification-types';
import { silencesTheMandatory } from '../domain/preference';
import { DeliveryStore } from '../persistence/delivery.store';
import { PreferenceStore } from '../persistence/preference.store';
import { ownId } from './own-id';
import { showPreferences } from './show-preferences';

/** Chooses over which channels its reader is told of what. */
@Injectable()
export class ChangePreferences {
  constructor(
    private readonly database: Database,
    private readonly preferences: PreferenceStore,
    private readonly deliveries: DeliveryStore,
  ) {}

  execute(request: ChangePreferencesRequest, context: MessageContext): Promise<PreferencesView> {
    const personId = ownId(context);
    const silenced = request.preferences.find((change) => silencesTheMandatory(TYPE_DEFAULTS[change.type], change));
    if (silenced) throw new DomainError(MandatoryNotification, undefined, { type: silenced.type });
    return this.database.command(context, request, async (tx) => {
      await this.preferences.change(tx, personId, request.preferences);
      await this.deliveries.decline(tx, personId, request.preferences.filter(({ email }) => email === false).map(({ type }) => type));
      return showPreferences(await this.preferences.of(personId, tx));
    });
  }
}

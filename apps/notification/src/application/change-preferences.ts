import { type ChangePreferencesRequest, MandatoryNotification, type PreferencesView, QuietAllDay, TimeZoneMissing } from '@bookable/contracts-notification';
import { DomainError } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { TYPE_DEFAULTS } from '../domain/notification-types';
import { silencesTheMandatory } from '../domain/preference';
import { type ReadingHours, nextDigestMs } from '../domain/reading-hours';
import { DeliveryStore } from '../persistence/delivery.store';
import { HeldDeliveryStore } from '../persistence/held-delivery.store';
import { PreferenceStore } from '../persistence/preference.store';
import { ReadingHoursStore } from '../persistence/reading-hours.store';
import { DeliveryBell } from './delivery-bell';
import { ownId } from './own-id';
import { showPreferences } from './show-preferences';

/** Chooses over which channels its reader is told of what, and when they are written to; what waits follows the choice. */
@Injectable()
export class ChangePreferences {
  constructor(
    private readonly database: Database,
    private readonly preferences: PreferenceStore,
    private readonly hours: ReadingHoursStore,
    private readonly deliveries: DeliveryStore,
    private readonly held: HeldDeliveryStore,
    private readonly bell: DeliveryBell,
    private readonly clock: Clock,
  ) {}

  async execute(request: ChangePreferencesRequest, context: MessageContext): Promise<PreferencesView> {
    const personId = ownId(context);
    const { preferences: changes = [] } = request;
    const silenced = changes.find((change) => silencesTheMandatory(TYPE_DEFAULTS[change.type], change));
    if (silenced) throw new DomainError(MandatoryNotification, undefined, { type: silenced.type });
    const view = await this.database.command(context, request, async (tx) => {
      await this.preferences.change(tx, personId, changes);
      for (const channel of ['email', 'push'] as const) {
        await this.deliveries.decline(tx, personId, channel, changes.filter((change) => change[channel] === false).map(({ type }) => type));
      }
      const hours = await this.changeHours(tx, personId, request);
      return showPreferences(await this.preferences.of(personId, tx), hours);
    });
    this.bell.ring();
    return view;
  }

  private async changeHours(tx: Transaction, personId: string, { timeZone, quietHours, digest }: ChangePreferencesRequest): Promise<ReadingHours> {
    const before = await this.hours.of(personId, tx);
    if (timeZone === undefined && quietHours === undefined && digest === undefined) return before;
    const after: ReadingHours = {
      timeZone: timeZone === undefined ? before.timeZone : timeZone,
      quietHours: quietHours === undefined ? before.quietHours : quietHours,
      digestAt: digest === undefined ? before.digestAt : (digest?.at ?? null),
    };
    insistThatTheyCanBeTold(after);
    await this.hours.save(tx, personId, after);
    const nextMs = nextDigestMs(this.clock.now().getTime(), after);
    await this.held.reschedule(tx, personId, nextMs === undefined ? null : new Date(nextMs));
    return after;
  }
}

function insistThatTheyCanBeTold({ timeZone, quietHours, digestAt }: ReadingHours): void {
  if (timeZone === null && (quietHours !== null || digestAt !== null)) throw new DomainError(TimeZoneMissing);
  if (quietHours !== null && quietHours.from === quietHours.until) throw new DomainError(QuietAllDay);
}

import { NOTIFICATION_TYPES, type UnsubscriptionRequest, type UnsubscriptionView } from '@bookable/contracts-notification';
import { DomainError, NotFound } from '@bookable/kernel';
import { Database, type Queryable } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { type NoticeType, TYPE_DEFAULTS } from '../domain/notification-types';
import { channelsWanted } from '../domain/preference';
import { DIGEST, DeliveryStore } from '../persistence/delivery.store';
import { PreferenceStore } from '../persistence/preference.store';
import { type Unsubscription, UnsubscriptionStore } from '../persistence/unsubscription.store';
import { TYPE_NAMES } from '../templates/type-names';

/** Declines mails of one type by the link that stands in each of them. Nobody need be signed in: the link is the key. */
@Injectable()
export class Unsubscribe {
  constructor(
    private readonly database: Database,
    private readonly unsubscriptions: UnsubscriptionStore,
    private readonly preferences: PreferenceStore,
    private readonly deliveries: DeliveryStore,
  ) {}

  async look({ token }: UnsubscriptionRequest): Promise<UnsubscriptionView> {
    const unsubscription = await this.find(token);
    const choices = await this.preferences.of(unsubscription.personId);
    const chosen = new Map(choices.map((choice) => [choice.type, choice]));
    return viewOf(unsubscription, typesOf(unsubscription.type).every((type) => !channelsWanted(TYPE_DEFAULTS[type], chosen.get(type)).email));
  }

  execute({ token }: UnsubscriptionRequest): Promise<UnsubscriptionView> {
    return this.database.transaction(async (tx) => {
      const unsubscription = await this.find(token, tx);
      const { personId, type } = unsubscription;
      const types = typesOf(type);
      await this.preferences.change(tx, personId, types.map((declined) => ({ type: declined, email: false })));
      await this.deliveries.decline(tx, personId, 'email', [type, ...types]);
      return viewOf(unsubscription, true);
    });
  }

  private async find(token: string, queryable?: Queryable): Promise<Unsubscription> {
    const unsubscription = await this.unsubscriptions.find(token, queryable);
    if (!unsubscription) throw new DomainError(NotFound, 'This link declines nothing.');
    return unsubscription;
  }
}

/** Whoever declines the one mail a day declines all that it would tell, or each of it would be a mail of its own. */
function typesOf(type: Unsubscription['type']): readonly NoticeType[] {
  return type === DIGEST ? NOTIFICATION_TYPES.filter((every) => !TYPE_DEFAULTS[every].isMandatory) : [type];
}

function viewOf({ type, locale }: Unsubscription, isStopped: boolean): UnsubscriptionView {
  return { type, name: TYPE_NAMES[type][locale], locale, isStopped };
}

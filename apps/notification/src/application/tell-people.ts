import { NotificationCreated } from '@bookable/contracts-notification';
import { type EventContract, newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { TYPE_DEFAULTS } from '../domain/notification-types';
import { type Choice, channelsWanted } from '../domain/preference';
import { DeliveryStore, type NewDelivery } from '../persistence/delivery.store';
import { type NewNotification, NotificationStore } from '../persistence/notification.store';
import { ReaderStore } from '../persistence/reader.store';
import { renderNotice } from '../templates/render';
import { readersOf, rowsFor } from './catalogue';
import { DeliveryBell } from './delivery-bell';
import { People } from './people';
import { type Telling, tellingsOf } from './telling';

const MAIL_ONLY = { inApp: false, email: true, isMandatory: true } as const;

/** Tells everybody whom a fact concerns, each over the channels they chose, and nobody twice. */
@Injectable()
export class TellPeople {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly readers: ReaderStore,
    private readonly notifications: NotificationStore,
    private readonly deliveries: DeliveryStore,
    private readonly bell: DeliveryBell,
    private readonly clock: Clock,
  ) {}

  /** Everything one fact says is stored in one transaction. People nobody has told us of are asked for before it begins. */
  async execute<Facts>(fact: EventContract<Facts>, facts: Facts, context: MessageContext): Promise<void> {
    const rows = rowsFor(fact, facts);
    const asked = rows.flatMap((row) => [...row.story.people(facts), ...(row.story.recipient ? [] : readersOf(row, facts))]);
    const people = await this.people.find([...new Set(asked)]);
    const tellings = rows.flatMap((row) => tellingsOf(row, facts, people, context));
    await this.database.consume(context, (tx) => this.tell(tx, tellings));
    this.bell.ring();
  }

  /** Stores what people are to be told, in the transaction of whatever they are told of. */
  async tell(tx: Transaction, tellings: readonly Telling[]): Promise<void> {
    const readers = await this.readers.find(tx, tellings.map(({ reader, as }) => ({ personId: reader.id, type: as })));
    const heeded = tellings.flatMap((telling, index) => (readers[index]!.hasLeft ? [] : [{ telling, wanted: wantedBy(telling.as, readers[index]!.choice) }]));
    await this.show(tx, heeded.filter(({ wanted }) => wanted.inApp).map(({ telling }) => telling));
    await this.deliveries.add(tx, heeded.filter(({ wanted }) => wanted.email).map(({ telling, wanted }) => mailOf(telling, wanted.isMandatory)));
  }

  private async show(tx: Transaction, tellings: readonly Telling[]): Promise<void> {
    const createdAt = this.clock.now().toISOString();
    const notices = tellings.flatMap((telling) => noticeOf(telling, createdAt));
    const added = await this.notifications.add(tx, notices);
    for (const { factKey: _factKey, personId, ...shown } of notices) {
      if (added.has(shown.id)) tx.publish(NotificationCreated, { userId: personId, notification: { ...shown, readAt: null }, version: 1 });
    }
  }
}

function wantedBy(as: Telling['as'], choice: Choice) {
  if (isAccountMail(as)) return MAIL_ONLY;
  const defaults = TYPE_DEFAULTS[as];
  return { ...channelsWanted(defaults, choice), isMandatory: defaults.isMandatory };
}

/** What the app shows; of an account mail it shows nothing. */
function noticeOf({ factKey, reader, as, words, content, destination }: Telling, createdAt: string): NewNotification[] {
  if (isAccountMail(as)) return [];
  return [{ id: newId(), type: as, ...renderNotice(words, reader.locale, content), ...destination, createdAt, factKey, personId: reader.id }];
}

function mailOf({ factKey, reader, words, content, destination, isSecret, expiresAt }: Telling, isMandatory: boolean): NewDelivery {
  const letter = { content, path: destination.path, isSecret, isMandatory };
  return { id: newId(), factKey, personId: reader.id, channel: 'email', template: words, locale: reader.locale, address: reader.email, name: reader.name, letter, expiresAt };
}

function isAccountMail(as: Telling['as']): as is 'email-verification' | 'password-reset' {
  return !(as in TYPE_DEFAULTS);
}

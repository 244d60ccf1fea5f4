import { NotificationCreated } from '@bookable/contracts-notification';
import { type EventContract, newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { TYPE_DEFAULTS } from '../domain/notification-types';
import type { Person } from '../domain/person';
import { type Choice, channelsWanted } from '../domain/preference';
import { DeliveryStore, type NewDelivery } from '../persistence/delivery.store';
import { type NewNotification, NotificationStore } from '../persistence/notification.store';
import { ReaderStore } from '../persistence/reader.store';
import { type Content, renderNotice } from '../templates/render';
import { type CatalogueRow, readersOf, rowsFor } from './catalogue';
import { DeliveryBell } from './delivery-bell';
import { People } from './people';
import type { Destination } from './story';

const SOMEBODY = { en: 'Somebody', ru: 'Кто-то' } as const;
const MAIL_ONLY = { inApp: false, email: true, isMandatory: true } as const;

/** What one person is to be told. */
interface Telling {
  readonly factKey: string;
  readonly reader: Person;
  readonly as: CatalogueRow<unknown>['as'];
  readonly words: Parameters<typeof renderNotice>[0];
  readonly content: Content;
  readonly destination: Destination;
  readonly isSecret: boolean;
  readonly expiresAt: string | null;
}

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

  private async tell(tx: Transaction, tellings: readonly Telling[]): Promise<void> {
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

/** Words a row for each of its readers but those who have left. */
function tellingsOf<Facts>(row: CatalogueRow<Facts>, facts: Facts, people: ReadonlyMap<string, Person>, context: MessageContext): Telling[] {
  const recipient = row.story.recipient?.(facts);
  const readers = recipient ? [recipient] : readersOf(row, facts).map((id) => people.get(id)).filter((person) => person !== undefined);
  return readers.map((reader) => tellingOf(row, facts, reader, people, context));
}

function tellingOf<Facts>({ story, fact, as, inWordsOf }: CatalogueRow<Facts>, facts: Facts, reader: Person, people: ReadonlyMap<string, Person>, context: MessageContext): Telling {
  const nameOf = (id: string | null) => (id === null ? undefined : people.get(id)?.name) ?? SOMEBODY[reader.locale];
  return {
    factKey: story.key(fact.topic, facts, context),
    reader,
    as,
    words: inWordsOf ?? as,
    content: story.content(facts, { locale: reader.locale, nameOf, happenedAt: context.occurredAt }),
    destination: story.destination(facts),
    isSecret: story.isSecret ?? false,
    expiresAt: story.expiresAt?.(facts) ?? null,
  };
}

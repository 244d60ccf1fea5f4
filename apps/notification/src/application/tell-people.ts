import { type NotificationView, NotificationCreated } from '@bookable/contracts-notification';
import { type EventContract, newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { TYPE_DEFAULTS } from '../domain/notification-types';
import type { Person } from '../domain/person';
import { channelsWanted } from '../domain/preference';
import { DeliveryStore } from '../persistence/delivery.store';
import { NotificationStore } from '../persistence/notification.store';
import { PersonStore } from '../persistence/person.store';
import { PreferenceStore } from '../persistence/preference.store';
import { type Content, renderNotice } from '../templates/render';
import { type CatalogueRow, rowsFor } from './catalogue';
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
    private readonly kept: PersonStore,
    private readonly preferences: PreferenceStore,
    private readonly notifications: NotificationStore,
    private readonly deliveries: DeliveryStore,
    private readonly bell: DeliveryBell,
    private readonly clock: Clock,
  ) {}

  /** Everything one fact says is stored in one transaction. People nobody has told us of are asked for before it begins. */
  async execute<Facts>(fact: EventContract<Facts>, facts: Facts, context: MessageContext): Promise<void> {
    const rows = rowsFor(fact, facts);
    const asked = rows.flatMap(({ story, tell }) => [...story.people(facts), ...(story.recipient ? [] : [tell(facts)])]);
    const people = await this.people.find([...new Set(asked)]);
    const tellings = rows.map((row) => tellingOf(row, facts, people, context)).filter((telling) => telling !== undefined);
    await this.database.consume(context, async (tx) => {
      for (const telling of tellings) await this.tell(tx, telling);
    });
    this.bell.ring();
  }

  private async tell(tx: Transaction, telling: Telling): Promise<void> {
    const { reader, as } = telling;
    if (await this.kept.hasLeft(tx, reader.id)) return;
    const wanted = isAccountMail(as) ? MAIL_ONLY : await this.channelsOf(tx, reader, as);
    if (wanted.inApp) await this.show(tx, telling);
    if (wanted.email) await this.mail(tx, telling, wanted.isMandatory);
  }

  private async channelsOf(tx: Transaction, reader: Person, type: keyof typeof TYPE_DEFAULTS) {
    const defaults = TYPE_DEFAULTS[type];
    return { ...channelsWanted(defaults, await this.preferences.find(tx, reader.id, type)), isMandatory: defaults.isMandatory };
  }

  private async show(tx: Transaction, { factKey, reader, as, words, content, destination }: Telling): Promise<void> {
    if (isAccountMail(as)) return;
    const createdAt = this.clock.now().toISOString();
    const shown = { id: newId(), type: as, ...renderNotice(words, reader.locale, content), ...destination, createdAt };
    if (!(await this.notifications.add(tx, { ...shown, factKey, personId: reader.id }))) return;
    const notification: NotificationView = { ...shown, readAt: null };
    tx.publish(NotificationCreated, { userId: reader.id, notification, version: 1 });
  }

  private mail(tx: Transaction, { factKey, reader, words, content, destination, isSecret, expiresAt }: Telling, isMandatory: boolean): Promise<void> {
    return this.deliveries.add(tx, {
      id: newId(),
      factKey,
      personId: reader.id,
      channel: 'email',
      template: words,
      locale: reader.locale,
      address: reader.email,
      name: reader.name,
      letter: { content, path: destination.path, isSecret, isMandatory },
      expiresAt,
    });
  }
}

function isAccountMail(as: Telling['as']): as is 'email-verification' | 'password-reset' {
  return !(as in TYPE_DEFAULTS);
}

/** Words a row for its reader; nothing where the reader has left. */
function tellingOf<Facts>(row: CatalogueRow<Facts>, facts: Facts, people: ReadonlyMap<string, Person>, context: MessageContext): Telling | undefined {
  const { story, fact, as } = row;
  const reader = story.recipient?.(facts) ?? people.get(row.tell(facts));
  if (!reader) return undefined;
  const nameOf = (id: string | null) => (id === null ? undefined : people.get(id)?.name) ?? SOMEBODY[reader.locale];
  return {
    factKey: story.key(fact.topic, facts, context),
    reader,
    as,
    words: row.inWordsOf ?? as,
    content: story.content(facts, { locale: reader.locale, nameOf, happenedAt: context.occurredAt }),
    destination: story.destination(facts),
    isSecret: story.isSecret ?? false,
    expiresAt: story.expiresAt?.(facts) ?? null,
  };
}

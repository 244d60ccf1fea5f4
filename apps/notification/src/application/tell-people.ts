import { NotificationCreated } from '@bookable/contracts-notification';
import { type EventContract, newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { currentContext, runInContext } from '@bookable/platform-context';
import { Batches, Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { NotificationConfig } from '../config';
import type { Person } from '../domain/person';
import { TYPE_DEFAULTS } from '../domain/notification-types';
import { type Choice, channelsWanted } from '../domain/preference';
import { heldUntilMs } from '../domain/reading-hours';
import { DeliveryStore, type NewDelivery } from '../persistence/delivery.store';
import { type NewNotification, NotificationStore } from '../persistence/notification.store';
import { PushSubscriptionStore } from '../persistence/push-subscription.store';
import { ReaderStore } from '../persistence/reader.store';
import { renderNotice } from '../templates/render';
import { readersOf, rowsFor } from './catalogue';
import { DeliveryBell } from './delivery-bell';
import { People } from './people';
import { type Telling, tellingsOf } from './telling';

const MAIL_ONLY = { inApp: false, email: true, push: false, isMandatory: true } as const;

const FACTS_AT_ONCE = 64;
/** While one is on its way the next facts gather, so that a burst is told in few commits. */
const TRANSACTIONS_AT_ONCE = 1;
/** What nobody sees makes a burst several times as cheap: under load people are told forty times a second of all that has happened since. */
const REST_MS = 25;

/** Something to be told, and over which channels its reader wants to hear it. */
interface HeededTelling {
  readonly telling: Telling;
  readonly wanted: ReturnType<typeof wantedBy>;
}

/** A fact that somebody is to be told of. */
interface HeardFact {
  readonly context: MessageContext;
  /** Whom it names. */
  readonly asked: readonly string[];
  readonly words: (people: ReadonlyMap<string, Person>) => Telling[];
}

/** Tells everybody whom a fact concerns, each over the channels they chose, and nobody twice. */
@Injectable()
export class TellPeople {
  private readonly heard: Batches<HeardFact, undefined>;

  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly readers: ReaderStore,
    private readonly notifications: NotificationStore,
    private readonly deliveries: DeliveryStore,
    private readonly bell: DeliveryBell,
    private readonly clock: Clock,
    private readonly config: NotificationConfig,
    private readonly subscriptions: PushSubscriptionStore,
  ) {
    this.heard = new Batches({
      carry: (facts) => this.tellTogether(facts),
      marksOf: ({ context }) => [context.messageId],
      batchSize: FACTS_AT_ONCE,
      batchesInFlight: TRANSACTIONS_AT_ONCE,
      restMs: REST_MS,
    });
  }

  /** Everything a fact says is stored in one transaction, together with what the facts say that wait at the same moment. */
  async execute<Facts>(fact: EventContract<Facts>, facts: Facts, context: MessageContext): Promise<void> {
    const rows = rowsFor(fact, facts);
    if (rows.length === 0) return;
    const asked = rows.flatMap((row) => [...row.story.people(facts), ...(row.story.recipient ? [] : readersOf(row, facts))]);
    const cause = currentContext();
    await this.heard.add({ context, asked, words: (people) => rows.flatMap((row) => tellingsOf(row, facts, people, context).map((telling) => ({ ...telling, cause }))) });
  }

  /** Stores what people are to be told, in the transaction of whatever they are told of. */
  async tell(tx: Transaction, tellings: readonly Telling[]): Promise<void> {
    const readers = await this.readers.find(tx, tellings.map(({ reader, as }) => ({ personId: reader.id, type: as })));
    const heeded = tellings.flatMap((telling, index) => (readers[index]!.hasLeft ? [] : [{ telling, wanted: wantedBy(telling.as, readers[index]!.choice), digest: readers[index]!.digest }]));
    const nowMs = this.clock.now().getTime();
    const held = ({ telling: { expiresAt }, wanted: { isMandatory }, digest }: (typeof heeded)[number]) => heldUntilMs(nowMs, digest, { expiresAt, isMandatory });
    await this.show(tx, heeded.filter(({ wanted }) => wanted.inApp).map(({ telling }) => telling));
    const mails = heeded.filter(({ wanted }) => wanted.email).map((one) => mailOf(one.telling, one.wanted.isMandatory, held(one)));
    const pushes = await this.pushes(tx, heeded.filter(({ wanted }) => wanted.push));
    await this.deliveries.add(tx, [...mails, ...pushes]);
  }

  /** One for each browser of a reader. */
  private async pushes(tx: Transaction, heeded: readonly HeededTelling[]): Promise<NewDelivery[]> {
    if (!this.config.vapid || heeded.length === 0) return [];
    const subscriptions = await this.subscriptions.ofAll(tx, [...new Set(heeded.map(({ telling }) => telling.reader.id))]);
    return heeded.flatMap(({ telling, wanted }) =>
      subscriptions.filter(({ personId }) => personId === telling.reader.id).map(({ id }) => pushOf(telling, wanted.isMandatory, id)),
    );
  }

  /** People nobody has told us of are asked for before the transaction begins. */
  private async tellTogether(heard: readonly HeardFact[]): Promise<undefined[]> {
    const people = await this.people.find([...new Set(heard.flatMap(({ asked }) => asked))]);
    const told = heard.map(({ context, words }) => ({ context, item: words(people) }));
    await this.database.consumeTogether(told, (tx, tellings) => this.tell(tx, tellings.flat()));
    this.bell.ring();
    return heard.map(() => undefined);
  }

  private async show(tx: Transaction, tellings: readonly Telling[]): Promise<void> {
    const createdAt = this.clock.now().toISOString();
    const notices = tellings.flatMap((telling) => noticeOf(telling, createdAt).map((notice) => ({ notice, cause: telling.cause })));
    const added = await this.notifications.add(tx, notices.map(({ notice }) => notice));
    for (const { notice, cause } of notices) {
      const { factKey: _factKey, personId, ...shown } = notice;
      const publish = (): void => tx.publish(NotificationCreated, { userId: personId, notification: { ...shown, readAt: null }, version: 1 });
      if (added.has(shown.id)) runInContext(cause ?? { requestId: newId() }, publish);
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

/** What is held for a digest is worded at once: the digest says it as it was told. */
function mailOf({ factKey, reader, as, words, content, destination, isSecret, expiresAt }: Telling, isMandatory: boolean, heldMs: number | undefined): NewDelivery {
  const held = heldMs === undefined ? {} : { notice: renderNotice(words, reader.locale, content) };
  const letter = { ...(!isAccountMail(as) && { type: as }), content, path: destination.path, isSecret, isMandatory, ...held };
  const mail = { id: newId(), factKey, personId: reader.id, channel: 'email', template: words, locale: reader.locale, address: reader.email, name: reader.name, letter, expiresAt } as const;
  return heldMs === undefined ? mail : { ...mail, heldUntil: new Date(heldMs) };
}

/** A push says what the app shows. */
function pushOf(telling: Telling, isMandatory: boolean, subscriptionId: string): NewDelivery {
  const { words, reader, content } = telling;
  const mail = mailOf(telling, isMandatory, undefined);
  return { ...mail, channel: 'push', address: subscriptionId, target: subscriptionId, name: '', letter: { ...mail.letter, content: {}, notice: renderNotice(words, reader.locale, content) } };
}

function isAccountMail(as: Telling['as']): as is 'email-verification' | 'password-reset' {
  return !(as in TYPE_DEFAULTS);
}

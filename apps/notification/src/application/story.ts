import type { NotificationSubject } from '@bookable/contracts-notification';
import type { MessageContext } from '@bookable/platform-bus';
import type { Locale, Person } from '../domain/person';
import type { Content } from '../templates/render';

/** How to speak to one reader: the language, when it happened, and the names of those the fact is about. */
export interface Voice {
  readonly locale: Locale;
  readonly happenedAt: string;
  readonly nameOf: (personId: string | null) => string;
}

/** Where a notification leads. */
export interface Destination {
  readonly subject: NotificationSubject;
  readonly subjectId: string;
  readonly path: string;
}

/** What can be told of one kind of fact, whoever it is told to. */
export interface Story<Facts> {
  /** What makes the fact the same fact, however often it is told. */
  readonly key: (topic: string, facts: Facts, context: Pick<MessageContext, 'occurredAt'>) => string;
  /** Whose names the texts need, beside the reader's. */
  readonly people: (facts: Facts) => readonly string[];
  readonly content: (facts: Facts, voice: Voice) => Content;
  readonly destination: (facts: Facts) => Destination;
  /** The reader, where the fact brings address and language along and nobody need be asked. */
  readonly recipient?: (facts: Facts) => Person;
  /** When there is no more sense in sending it. */
  readonly expiresAt?: (facts: Facts) => string;
  /** Whether the path is a key to an account: it is never shown in the app, never shortened. */
  readonly isSecret?: boolean;
}

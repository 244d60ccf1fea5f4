import type { MessageContext } from '@bookable/platform-bus';
import type { RequestContext } from '@bookable/platform-context';
import type { Person } from '../domain/person';
import type { Content } from '../templates/render';
import type { TemplateId } from '../templates/wording';
import { type CatalogueRow, readersOf } from './catalogue';
import type { Destination, Story } from './story';

const SOMEBODY = { en: 'Somebody', ru: 'Кто-то' } as const;

/** What one person is to be told. */
export interface Telling {
  readonly factKey: string;
  readonly reader: Person;
  readonly as: CatalogueRow<unknown>['as'];
  readonly words: TemplateId;
  readonly content: Content;
  readonly destination: Destination;
  readonly isSecret: boolean;
  readonly expiresAt: string | null;
  /** What set it off, where that was somebody's request. */
  readonly cause?: RequestContext;
}

/** What something is told as, and in which words. */
type Wording<Facts> = Pick<CatalogueRow<Facts>, 'as' | 'inWordsOf'> & { readonly story: Story<Facts> };

/** Words a row for each of its readers but those who have left. */
export function tellingsOf<Facts>(row: CatalogueRow<Facts>, facts: Facts, people: ReadonlyMap<string, Person>, context: MessageContext): Telling[] {
  const recipient = row.story.recipient?.(facts);
  const readers = recipient ? [recipient] : readersOf(row, facts).map((id) => people.get(id)).filter((person) => person !== undefined);
  return readers.map((reader) => tellingOf(row, row.fact.topic, facts, reader, people, context));
}

/** Words something for one reader. */
export function tellingOf<Facts>(
  { story, as, inWordsOf }: Wording<Facts>, topic: string, facts: Facts, reader: Person, people: ReadonlyMap<string, Person>, context: Pick<MessageContext, 'occurredAt'>,
): Telling {
  const nameOf = (id: string | null) => (id === null ? undefined : people.get(id)?.name) ?? SOMEBODY[reader.locale];
  return {
    factKey: story.key(topic, facts, context),
    reader,
    as,
    words: inWordsOf ?? as,
    content: story.content(facts, { locale: reader.locale, nameOf, happenedAt: context.occurredAt }),
    destination: story.destination(facts),
    isSecret: story.isSecret ?? false,
    expiresAt: story.expiresAt?.(facts) ?? null,
  };
}

import { factKey } from '../domain/fact-key';
import { formatWhen } from '../templates/format';
import type { Story } from './story';

/** An event that takes place at another time than its guests agreed to. */
export interface MovedEvent {
  readonly listingId: string;
  readonly hostId: string;
  readonly title: string;
  readonly timeZone: string;
  readonly from: string;
  readonly to: string;
  readonly before: { readonly from: string; readonly to: string };
  readonly version: number;
}

/** What is told to everybody who is to come. */
export const EVENT_MOVED_STORY: Story<MovedEvent> = {
  key: (topic, { listingId, version }) => factKey(topic, listingId, `moved:${version}`),
  people: ({ hostId }) => [hostId],
  content: ({ title, hostId, from, to, timeZone, before }, { locale, nameOf }) => ({
    listingTitle: title,
    hostName: nameOf(hostId),
    when: formatWhen({ kind: 'event', from, to, timeZone }, locale),
    before: formatWhen({ kind: 'event', ...before, timeZone }, locale),
  }),
  destination: ({ listingId }) => ({ subject: 'listing', subjectId: listingId, path: `/listings/${listingId}` }),
};

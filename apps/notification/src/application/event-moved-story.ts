import type { EventMoveNewsFacts } from '@bookable/contracts-booking';
import { factKey } from '../domain/fact-key';
import { formatWhen } from '../templates/format';
import type { Story } from './story';

/** What is told to the people of an event when its host moves it; each move once. */
export const EVENT_MOVED_STORY: Story<EventMoveNewsFacts> = {
  key: (topic, { listingId, version }) => factKey(topic, listingId, version),
  people: ({ ownerId }) => [ownerId],
  content: ({ listingTitle, ownerId, from, to, timeZone, fromBefore, toBefore }, { locale, nameOf }) => ({
    listingTitle,
    hostName: nameOf(ownerId),
    when: formatWhen({ kind: 'event', from, to, timeZone }, locale),
    before: formatWhen({ kind: 'event', from: fromBefore, to: toBefore, timeZone }, locale),
  }),
  destination: ({ listingId }) => ({ subject: 'listing', subjectId: listingId, path: `/listings/${listingId}` }),
  expiresAt: ({ to }) => to,
};

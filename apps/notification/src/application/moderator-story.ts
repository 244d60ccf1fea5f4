import type { ModeratorFacts } from '@bookable/contracts-booking';
import { factKey } from '../domain/fact-key';
import { formatWhen } from '../templates/format';
import type { Story } from './story';

/** What is told to whoever helps the host of an event. */
export const MODERATOR_STORY: Story<ModeratorFacts> = {
  key: (topic, { id, version }) => factKey(topic, id, version),
  people: ({ ownerId }) => [ownerId],
  content: ({ listingTitle, ownerId, from, to, timeZone }, { locale, nameOf }) => ({
    listingTitle,
    hostName: nameOf(ownerId),
    when: formatWhen({ kind: 'event', from, to, timeZone }, locale),
  }),
  destination: ({ listingId }) => ({ subject: 'listing', subjectId: listingId, path: `/listings/${listingId}` }),
};

import type { EventNewsFacts } from '@bookable/contracts-booking';
import type { EventChange } from '@bookable/wire';
import { factKey } from '../domain/fact-key';
import type { Locale } from '../domain/person';
import { formatWhen } from '../templates/format';
import type { Story } from './story';

const WORDS: Readonly<Record<Locale, Readonly<Record<EventChange, string>>>> = {
  en: { title: 'title', film: 'film', place: 'place', price: 'price', description: 'description' },
  ru: { title: 'название', film: 'фильм', place: 'место', price: 'цена', description: 'описание' },
};

/** What is told to the people of an event when its host changes it; each change once. */
export const EVENT_STORY: Story<EventNewsFacts> = {
  key: (topic, { listingId, version }) => factKey(topic, listingId, version),
  people: ({ ownerId }) => [ownerId],
  content: ({ listingTitle, ownerId, from, to, timeZone, place, changed }, { locale, nameOf }) => ({
    listingTitle,
    hostName: nameOf(ownerId),
    when: formatWhen({ kind: 'event', from, to, timeZone }, locale),
    place: place === undefined || place === '' ? null : place,
    changes: changed.map((what) => WORDS[locale][what]).join(', '),
  }),
  destination: ({ listingId }) => ({ subject: 'listing', subjectId: listingId, path: `/listings/${listingId}` }),
};

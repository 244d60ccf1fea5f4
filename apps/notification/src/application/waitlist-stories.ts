import type { WaitlistFacts } from '@bookable/contracts-booking';
import { factKey } from '../domain/fact-key';
import { formatInstant, formatWhen } from '../templates/format';
import type { Destination, Story } from './story';

type Parts = Omit<Story<WaitlistFacts>, 'destination'>;

const PARTS: Parts = {
  key: (topic, { id, version }) => factKey(topic, id, version),
  people: ({ renterId, ownerId }) => [...(renterId === undefined ? [] : [renterId]), ownerId],
  content: (facts, { locale, nameOf }) => ({
    listingTitle: facts.listingTitle,
    guestName: nameOf(facts.renterId ?? null),
    when: formatWhen(facts, locale),
    respondBy: facts.offer === undefined ? null : formatInstant(facts.offer.expiresAt, facts.timeZone, locale),
    wasOffered: facts.wasOffered,
  }),
};

const theListing = ({ listingId }: WaitlistFacts): Destination => ({ subject: 'listing', subjectId: listingId, path: `/listings/${listingId}` });

const theBooking = (bookingId: string): Destination => ({ subject: 'booking', subjectId: bookingId, path: `/bookings/${bookingId}` });

/** What is told to whoever waits: it leads to the listing, where the offer is answered or something else can be found. */
export const WAITLIST_STORY: Story<WaitlistFacts> = { ...PARTS, destination: theListing };

/** What is told to the owner: it leads to the booking that came of it. */
export const WAITLIST_OF_OWNER_STORY: Story<WaitlistFacts> = {
  ...PARTS,
  destination: (facts) => (facts.bookingId === undefined ? theListing(facts) : theBooking(facts.bookingId)),
};

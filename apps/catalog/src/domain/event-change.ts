import { type EventDetails, type Listing, eventDetails } from './listing';

/** What of an event its guests want to know of beside its time, which is told as a move. */
export type EventChange = 'title' | 'film' | 'place' | 'price' | 'description';

/** By what each is told; what is left out here (seats, tags, who may see it) changes nothing for who comes already. */
const SAID: Readonly<Record<EventChange, (listing: Listing, details: EventDetails) => unknown>> = {
  title: ({ title }) => title,
  film: (_listing, { movieId }) => movieId,
  place: ({ location: { address, city, district, lat, lng } }, { place }) => [place ?? '', address ?? '', city, district ?? '', lat, lng],
  price: ({ price }, { paid }) => [price, paid],
  description: ({ description }) => description,
};

/** What the guests of an event are to hear of after a change: nothing where it was not offered before, or is not now. */
export function changesForGuests(before: Listing, after: Listing): EventChange[] {
  const [was, is] = [eventDetails(before), eventDetails(after)];
  if (!was || !is || before.status !== 'active' || after.status !== 'active') return [];
  return (Object.keys(SAID) as EventChange[]).filter((what) => JSON.stringify(SAID[what](before, was)) !== JSON.stringify(SAID[what](after, is)));
}

/** Whether an event takes place at another time than until now, so that it matters still. A draft has no guests, and nobody hears of one. */
export function eventIsMoved(before: Listing, after: Listing, now: Date): boolean {
  const [was, is] = [eventDetails(before), eventDetails(after)];
  if (!was || !is || after.status === 'draft' || after.status === 'archived' || new Date(is.endsAt) <= now) return false;
  return instantOf(was.startsAt) !== instantOf(is.startsAt) || instantOf(was.endsAt) !== instantOf(is.endsAt);
}

function instantOf(text: string): number {
  return new Date(text).getTime();
}

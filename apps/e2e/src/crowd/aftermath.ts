import { setTimeout as pause } from 'node:timers/promises';
import type { Door } from '../door';
import type { KeptMail } from '../mailbox';
import { pagesOf } from '../pages';
import { type Aftermath, type Discrepancy, whatIsWrong } from './judgement';
import type { Account, Travelled } from './whole-journey';

/** Facts on their way may be in the second or third pause between their tries, of 10 s and 60 s. */
const PATIENCE_MS = 150_000;
const AT_ONCE = 8;

/** Looks at everything a crowd has left, again and again while facts may be on their way; answers what stays wrong. */
export async function whatStaysWrong(door: Door, crowd: readonly Travelled[], patienceMs = PATIENCE_MS): Promise<Discrepancy[]> {
  const endMs = Date.now() + patienceMs;
  let open = crowd;
  for (;;) {
    const found: Discrepancy[] = [];
    const wrong: Travelled[] = [];
    for (let at = 0; at < open.length; at += AT_ONCE) {
      const few = open.slice(at, at + AT_ONCE);
      const judged = await Promise.all(few.map(async (journey) => whatIsWrong(journey, await aftermathOf(door, journey))));
      judged.forEach((faults, index) => faults.length > 0 && wrong.push(few[index]!));
      found.push(...judged.flat());
    }
    open = wrong;
    if (open.length === 0 || Date.now() > endMs) return found;
    await pause(500);
  }
}

async function aftermathOf(door: Door, { mark, city, guest, landlord, listingId, bookingId, hotelId }: Travelled): Promise<Aftermath> {
  const mails = async ({ email }: Account) => (await pagesOf<KeptMail>(door, `/dev/mailbox?limit=100&to=${encodeURIComponent(email)}`)).filter(({ subject, text }) => `${subject} ${text}`.includes(mark) || subject.startsWith('Confirm your')).map(({ subject }) => subject).sort();
  const notices = async (account: Account) => {
    const all = await pagesOf<{ type: string; title: string; text: string; subjectId: string }>(door, '/api/notifications?limit=100', account.token);
    return all.filter(({ subjectId }) => subjectId === bookingId).map(({ type }) => type).sort();
  };
  const bookings = await pagesOf<{ id: string; status: string; listingId: string }>(door, '/api/bookings?role=renter&limit=100', guest.token);
  const steps = await pagesOf<{ to: string; actorId: string | null }>(door, `/api/bookings/${bookingId}/history`, guest.token);
  const listings = await pagesOf<{ id: string; rating: { count: number } | null }>(door, `/api/listings?${new URLSearchParams({ city })}`);
  const hotels = await pagesOf<{ id: string; name: string }>(door, '/api/hotels?limit=100', landlord.token);
  const rooms = await pagesOf<{ number: string }>(door, `/api/hotels/${hotelId}/rooms`, landlord.token);
  const reviews = await pagesOf<{ text: string }>(door, `/api/reviews?subject=listing&subjectId=${listingId}`);
  return {
    bookings: bookings.map(({ id, status }) => ({ id, status })),
    steps: steps.map(({ to, actorId }) => ({ to, actorId })),
    listingIds: listings.map(({ id }) => id),
    hotelRooms: hotels.filter(({ name }) => name.includes(mark)).flatMap(({ name }) => rooms.map(({ number }) => `${name} ${number}`)),
    ratingCount: listings.reduce((sum, { rating }) => sum + (rating?.count ?? 0), 0),
    reviewTexts: reviews.map(({ text }) => text),
    guestNotices: await notices(guest),
    landlordNotices: await notices(landlord),
    guestMails: await mails(guest),
    landlordMails: (await mails(landlord)).filter((subject) => !subject.startsWith('Confirm your')),
  };
}

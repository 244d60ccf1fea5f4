import {
  AddCalendar, type CalendarView, CancelBooking, ChangeAvailability, ChangeBooking, FindCalendars, GetAvailability, PlaceBooking, RefreshCalendar, RemoveCalendar,
} from '@bookable/contracts-booking';
import { UserDeleted } from '@bookable/contracts-auth';
import { type ListingFacts } from '@bookable/contracts-catalog';
import { newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { bookingService } from '../src/booking.module';
import { OtherPlatform, type Sold, calendarOf } from './other-platform';
import { RunningBooking, refusalOf } from './running-booking';
import { aListing, day } from './stand-in-catalog';

const MINUTE_MS = 60_000;
let booking: RunningBooking;
let other: OtherPlatform;
let path = 0;
const someone = () => ({ userId: newId() });
const ownerOf = ({ ownerId }: ListingFacts) => ({ userId: ownerId });
const nights = (from: number, to: number): Sold => [day(from), day(to)];

/** A listing that reads a calendar of its own on the other platform, once. */
async function imported(listing: ListingFacts, ...sold: Sold[]): Promise<{ readonly at: string; readonly id: string; refresh: () => Promise<CalendarView> }> {
  const at = `/${(path += 1)}.ics`;
  other.sell(at, ...sold);
  const { id } = await booking.ask(AddCalendar, { listingId: listing.id, url: other.url(at), name: 'Other' }, ownerOf(listing));
  const refresh = async () => booking.ask(RefreshCalendar, { listingId: listing.id, calendarId: id }, ownerOf(listing));
  await waitUntil(async () => (await show(listing, id)).lastReadAt !== undefined || (await show(listing, id)).lastError !== undefined);
  return { at, id, refresh };
}

async function show(listing: ListingFacts, calendarId: string): Promise<CalendarView> {
  const { items } = await booking.ask(FindCalendars, { listingId: listing.id }, ownerOf(listing));
  return items.find(({ id }) => id === calendarId)!;
}

async function free(listing: ListingFacts, from: number, to: number): Promise<number[]> {
  const { days } = await booking.ask(GetAvailability, { listingId: listing.id, from: day(from), to: day(to) }, ownerOf(listing));
  return days!.map((one) => one.free);
}

const claimIds = async (listing: ListingFacts) =>
  (await booking.rows<{ id: string }>(`SELECT id FROM claim WHERE resource_id = $1 AND kind = 'external' ORDER BY during`, [listing.id])).map(({ id }) => id);
const book = (listing: ListingFacts, from: number, to: number) => booking.ask(PlaceBooking, { listingId: listing.id, from: day(from), to: day(to) }, someone());

beforeAll(async () => {
  other = await OtherPlatform.open();
  booking = await RunningBooking.start({ CALENDAR_HOSTS_ALLOWED: other.host });
});
afterAll(async () => {
  await booking.stop();
  await other.close();
});
afterEach(async () => {
  booking.clock.set(new Date());
  expect(await booking.faults()).toEqual([]);
});

describe('A calendar of another platform', () => {
  it('takes the nights that are sold there, from check-in to check-out, soon after it was added', async () => {
    const listing = aListing();
    const { id } = await imported(listing, nights(3, 5), nights(8, 9));
    expect(await free(listing, 2, 10)).toEqual([1, 0, 0, 1, 1, 1, 0, 1]);
    expect(await refusalOf(book(listing, 4, 6))).toBe('slot-taken');
    expect(await refusalOf(book(listing, 5, 8))).toBeUndefined();
    expect(await show(listing, id)).toMatchObject({ eventsKept: 2, isUnread: false, conflicts: [], name: 'Other' });
  });

  it('keeps the claims of what has not changed, and gives back what has gone', async () => {
    const listing = aListing();
    const { at, refresh } = await imported(listing, nights(3, 5), nights(8, 9));
    const [kept, gone] = await claimIds(listing);
    other.sell(at, nights(3, 5), nights(20, 22));
    await refresh();
    const after = await claimIds(listing);
    expect([after.length, after[0], after.includes(gone!)]).toEqual([2, kept, false]);
    expect(await booking.rows(`SELECT kind FROM past_claim WHERE id = $1`, [gone])).toEqual([{ kind: 'external' }]);
    expect(await free(listing, 8, 9)).toEqual([1]);
  });

  it('never takes what is booked here: the owner is told of it once, the rest of the stay is closed, and all of it once the booking goes', async () => {
    const listing = aListing();
    const renter = someone();
    const { id: bookingId } = await booking.ask(PlaceBooking, { listingId: listing.id, from: day(4), to: day(6) }, renter);
    const { id, refresh } = await imported(listing, nights(3, 8));
    expect((await show(listing, id)).conflicts.map(({ bookingIds }) => bookingIds)).toEqual([[bookingId]]);
    await refresh();
    expect(await free(listing, 2, 9)).toEqual([1, 0, 0, 0, 0, 0, 1]);
    await waitUntil(() => booking.heard.wordsOfCalendar(id).length > 0);
    expect(booking.heard.calendars.filter(({ facts }) => facts.id === id)).toEqual([
      { topic: 'booking.calendar.clashed', facts: expect.objectContaining({ listingId: listing.id, ownerId: listing.ownerId, conflicts: [expect.objectContaining({ bookingIds: [bookingId] })] }) },
    ]);
    await booking.ask(CancelBooking, { bookingId }, renter);
    const { conflicts } = await refresh();
    expect([conflicts, await free(listing, 3, 8)]).toEqual([[], [0, 0, 0, 0, 0]]);
    expect(await claimIds(listing)).toHaveLength(1);
  });

  it('is no conflict where the owner has closed the time, or another calendar has taken it', async () => {
    const listing = aListing();
    await booking.ask(ChangeAvailability, { listingId: listing.id, block: [{ from: day(3), to: day(5) }] }, ownerOf(listing));
    const first = await imported(listing, nights(4, 7));
    const second = await imported(listing, nights(4, 8));
    expect([(await show(listing, first.id)).conflicts, (await show(listing, second.id)).conflicts]).toEqual([[], []]);
    expect(await free(listing, 3, 9)).toEqual([0, 0, 0, 0, 0, 1]);
  });

  it('takes one place for each event, and never more than there are', async () => {
    const listing = aListing({ capacity: 3 });
    await booking.ask(PlaceBooking, { listingId: listing.id, from: day(3), to: day(5), quantity: 2 }, someone());
    await imported(listing, nights(2, 4), nights(3, 6), nights(10, 11), nights(10, 11), [`${day(10)}T20:00:00Z`, `${day(10)}T22:00:00Z`], [`${day(10)}T20:30:00Z`, `${day(10)}T22:00:00Z`]);
    expect(await free(listing, 2, 7)).toEqual([2, 0, 0, 2, 3]);
    expect(await free(listing, 10, 11)).toEqual([0]);
  });

  it('is asked whether it has changed, and laid over the bookings anew though it has not', async () => {
    const listing = aListing();
    const { at, refresh } = await imported(listing, nights(3, 5));
    await refresh();
    const { headers } = other.asked.filter((one) => one.path === at).at(-1)!;
    expect(headers['if-none-match']).toMatch(/^".+"$/);
    expect((await refresh()).lastError).toBeUndefined();
    expect(await free(listing, 3, 5)).toEqual([0, 0]);
    booking.clock.advance(25 * 60 * MINUTE_MS);
    await refresh();
    expect(other.asked.filter((one) => one.path === at).at(-1)!.headers['if-none-match']).toBeUndefined();
  });

  it('is read by one of many replicas, about every ten minutes, and by another one where that one has died over it', async () => {
    await booking.host(bookingService);
    await booking.host(bookingService);
    const listing = aListing({ booking: { approval: 'request' } });
    const { at, id } = await imported(listing, nights(3, 5));
    expect(other.timesAsked(at)).toBe(1);
    const due = async () => Date.parse((await show(listing, id)).nextReadAt) - booking.clock.now().getTime();
    expect(await due()).toBeGreaterThan(8 * MINUTE_MS);
    const { lastReadAt } = await show(listing, id);
    booking.clock.advance(10 * MINUTE_MS);
    await waitUntil(async () => (await show(listing, id)).lastReadAt !== lastReadAt);
    expect(other.timesAsked(at)).toBe(2);
    await booking.rows(`UPDATE calendar SET leased_until = next_read_at + interval '5 minutes' WHERE id = $1`, [id]);
    booking.clock.advance(11 * MINUTE_MS);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(other.timesAsked(at)).toBe(2);
    booking.clock.advance(5 * MINUTE_MS);
    await waitUntil(() => other.timesAsked(at) === 3);
  });

  it('is read again at the moment of an instant booking, so that a night sold there a minute ago is not sold here', async () => {
    const listing = aListing();
    const { at } = await imported(listing);
    other.sell(at, nights(3, 5));
    expect(await refusalOf(book(listing, 10, 11))).toBeUndefined();
    expect(other.timesAsked(at)).toBe(1);
    booking.clock.advance(2 * MINUTE_MS);
    const fates = await Promise.all(Array.from({ length: 8 }, () => refusalOf(book(listing, 3, 5))));
    expect([new Set(fates), other.timesAsked(at)]).toEqual([new Set(['slot-taken']), 2]);
  });

  it('is read again before a booking is moved at once', async () => {
    const listing = aListing();
    const { at } = await imported(listing);
    const renter = someone();
    const { id: bookingId } = await booking.ask(PlaceBooking, { listingId: listing.id, from: day(10), to: day(11) }, renter);
    other.sell(at, nights(3, 5));
    booking.clock.advance(2 * MINUTE_MS);
    expect(await refusalOf(booking.ask(ChangeBooking, { bookingId, from: day(3), to: day(4) }, renter))).toBe('slot-taken');
    expect(await refusalOf(booking.ask(ChangeBooking, { bookingId, from: day(6), to: day(7) }, renter))).toBeUndefined();
  });

  it('never sells a night twice, however readings and bookings race', async () => {
    const listing = aListing({ capacity: 2, booking: { approval: 'request' } });
    const { at, refresh } = await imported(listing);
    for (let round = 0; round < 6; round += 1) {
      other.sell(at, ...Array.from({ length: 12 }, (_, index) => nights(3 + ((index * 5 + round) % 20), 5 + ((index * 5 + round) % 20))));
      await Promise.all([refresh(), ...Array.from({ length: 20 }, (_, index) => refusalOf(book(listing, 3 + index, 5 + index)))]);
      expect(await booking.faults()).toEqual([]);
    }
    const placed = await booking.rows('SELECT 1 FROM booking WHERE resource_id = $1', [listing.id]);
    expect(placed.length).toBeGreaterThan(0);
  });

  it('that does not answer keeps nobody from booking at once for longer than a moment', async () => {
    const listing = aListing();
    const { at, id } = await imported(listing);
    other.answer(at, () => undefined);
    booking.clock.advance(2 * MINUTE_MS);
    expect((await book(listing, 3, 5)).status).toBe('confirmed');
    expect(await show(listing, id)).toMatchObject({ lastError: { reason: 'too-slow' }, isUnread: false });
  });

  it('that cannot be read for an hour lets nobody book at once, until it can; its owner is told of both', async () => {
    const listing = aListing();
    const { at, id, refresh } = await imported(listing, nights(3, 5));
    other.answer(at, (_request, reply) => reply.writeHead(503).end());
    booking.clock.advance(59 * MINUTE_MS);
    await refresh();
    expect((await book(listing, 10, 11)).status).toBe('confirmed');
    booking.clock.advance(2 * MINUTE_MS);
    expect(await refresh()).toMatchObject({ isUnread: true, lastError: { reason: 'status', detail: '503' } });
    expect((await book(listing, 12, 13)).status).toBe('pending');
    expect(await free(listing, 3, 5)).toEqual([0, 0]);
    other.sell(at, nights(3, 4));
    await refresh();
    expect((await book(listing, 14, 15)).status).toBe('confirmed');
    await waitUntil(() => booking.heard.wordsOfCalendar(id).length === 2);
    expect(booking.heard.wordsOfCalendar(id)).toEqual(['lost', 'recovered']);
    expect(JSON.stringify(booking.heard.calendars)).not.toContain(at);
  });

  it('gives back everything it took once it is removed, also where it was lost', async () => {
    const listing = aListing();
    const { at, id, refresh } = await imported(listing, nights(3, 5));
    other.answer(at, (_request, reply) => reply.destroy());
    booking.clock.advance(61 * MINUTE_MS);
    await refresh();
    const removals = await Promise.all([1, 2].map(() => refusalOf(booking.ask(RemoveCalendar, { listingId: listing.id, calendarId: id }, ownerOf(listing)))));
    expect(removals.sort()).toEqual(['not-found', undefined]);
    expect([await free(listing, 3, 5), (await book(listing, 3, 5)).status]).toEqual([[1, 1], 'confirmed']);
    expect(await refusalOf(refresh())).toBe('not-found');
  });

  it('that is not what it should be changes nothing, and says why', async () => {
    const listing = aListing();
    const { at, refresh } = await imported(listing, nights(3, 5));
    const broken: [string, string][] = [
      ['<html>Sign in</html>', 'not-a-calendar'],
      ['', 'not-a-calendar'],
      [calendarOf([nights(8, 9)]).replace('END:VEVENT', ''), 'broken'],
      [calendarOf([[`${day(8)}T10:00:00Z`, `${day(8)}T11:00:00Z`]]).replace('SUMMARY:Reserved', 'RRULE:FREQ=SECONDLY'), 'too-many-repetitions'],
      [calendarOf([nights(8, 9)]).replace(/DTSTART.*/, 'DTSTART;TZID=Middle/Earth:20300101T100000'), 'unknown-time-zone'],
      [calendarOf(Array.from({ length: 5_001 }, () => nights(8, 9))), 'too-many-events'],
    ];
    for (const [text, reason] of broken) {
      other.say(at, text);
      expect([reason, (await refresh()).lastError?.reason, await free(listing, 3, 9)]).toEqual([reason, reason, [0, 0, 1, 1, 1, 1]]);
    }
  });

  it('is not taken for new where it hands our own entries back', async () => {
    const listing = aListing();
    const { at, refresh } = await imported(listing);
    other.say(at, calendarOf([nights(3, 5), nights(8, 9)], (index) => (index === 0 ? `${newId()}@${listing.id}.localhost` : `1@${newId()}.localhost`)));
    await refresh();
    expect(await free(listing, 3, 9)).toEqual([1, 1, 1, 1, 1, 0]);
  });

  it('is its owner’s alone, at an address of the public web, once, and one of ten', async () => {
    const listing = aListing();
    const add = (url: string, caller = ownerOf(listing)) => refusalOf(booking.ask(AddCalendar, { listingId: listing.id, url, name: 'Other' }, caller));
    expect(await add('https://calendar.example.com/1.ics', someone())).toBe('forbidden');
    for (const url of ['http://127.0.0.1/', 'http://[::1]/', 'http://localhost/', 'http://169.254.169.254/', 'ftp://example.com/', 'http://u:p@example.com/', 'http://example.com:22/', 'x']) {
      expect([url, await add(url)]).toEqual([url, 'calendar-address-refused']);
    }
    for (let index = 0; index < 10; index += 1) expect(await add(other.url(`/many/${listing.id}/${index}.ics`))).toBeUndefined();
    expect([await add(other.url(`/many/${listing.id}/1.ics`)), await add(other.url('/eleventh.ics'))]).toEqual(['calendar-known', 'too-many-calendars']);
    for (const contract of [FindCalendars, RefreshCalendar, RemoveCalendar]) {
      expect(await refusalOf(booking.ask<object, unknown>(contract, { listingId: listing.id, calendarId: newId() }, someone()))).toBe('forbidden');
    }
  });

  it('is added once, however often the same wish arrives', async () => {
    const listing = aListing();
    const wish = { listingId: listing.id, url: other.url('/again.ics'), name: 'Other' };
    const caller = { ...ownerOf(listing), idempotencyKey: newId() };
    const [first, second] = await Promise.all([1, 2].map(() => booking.ask(AddCalendar, wish, caller)));
    expect(second!.id).toBe(first!.id);
  });

  it('is forgotten with its owner', async () => {
    const listing = aListing();
    await imported(listing, nights(3, 5));
    await booking.tell(UserDeleted, { id: listing.ownerId, version: 9 });
    await waitUntil(async () => (await booking.rows('SELECT 1 FROM calendar WHERE resource_id = $1', [listing.id])).length === 0);
    expect(await claimIds(listing)).toEqual([]);
  });
});

import type { AvailabilityView, BookingView, CalendarView, FeedView } from '@bookable/contracts-booking';
import type { NotificationView } from '@bookable/contracts-notification';
import nodeIcal from 'node-ical';
import { dayFromToday } from '../src/days';
import { eventually } from '../src/eventually';
import { apartment, ownCity } from '../src/offers';
import { OtherPlatform } from '../src/other-platform';
import { Person } from '../src/person';
import { runningSystem } from '../src/running-system';

interface Page<Item> {
  readonly items: readonly Item[];
}

describe('a flat that is let on two platforms', () => {
  const door = runningSystem();
  const nights = (from: number, to: number) => ({ from: dayFromToday(from), to: dayFromToday(to) });
  let other: OtherPlatform;
  let owner: Person;
  let renter: Person;
  let listingId: string;
  let calendars: string;
  let calendar: CalendarView;
  let booked: BookingView;
  let feed: string;

  const refresh = () => owner.put<CalendarView>(`${calendars}/${calendar.id}/refresh`);
  const book = (from: number, to: number) => renter.ask<BookingView & { readonly code?: string }>('POST', '/api/bookings', { body: { listingId, ...nights(from, to) } });
  const free = async (from: number, to: number) => {
    const { days } = await owner.get<AvailabilityView>(`/api/listings/${listingId}/availability?${new URLSearchParams(nights(from, to)).toString()}`);
    return days!.map((day) => day.free);
  };
  const told = (type: string) => eventually(`the owner is told: ${type}`, async () => (await owner.get<Page<NotificationView>>('/api/notifications')).items.find((notice) => notice.type === type));
  const read = (headers: Record<string, string> = {}) => door.ask<string>('GET', new URL(feed).pathname, { headers });
  const entriesTold = async () => Object.values(nodeIcal.sync.parseICS((await read()).body)).flatMap((event) => (event?.type === 'VEVENT' ? [event] : []));

  beforeAll(async () => {
    other = await OtherPlatform.open();
    [owner, renter] = await Promise.all([Person.register(door, 'Olga Owner', { role: 'landlord', locale: 'ru' }), Person.register(door, 'Rita Renter')]);
    listingId = (await owner.post<{ id: string }>('/api/listings', apartment(ownCity(), { booking: { approval: 'instant', checkIn: '14:00', checkOut: '12:00' } }))).id;
    calendars = `/api/listings/${listingId}/calendars`;
  });
  afterAll(() => other.close());

  it('is taken here on the nights that are sold there', async () => {
    other.sell([dayFromToday(20), dayFromToday(23)]);
    calendar = await owner.post<CalendarView>(calendars, { url: other.url, name: 'The other one' });
    const kept = await eventually('the calendar is read', async () => (await owner.get<Page<CalendarView>>(calendars)).items.find(({ lastReadAt }) => lastReadAt));
    expect(kept).toMatchObject({ id: calendar.id, url: other.url, eventsKept: 1, isUnread: false, conflicts: [] });
    expect(await free(19, 24)).toEqual([1, 0, 0, 0, 1]);
    expect((await book(22, 24)).body).toMatchObject({ code: 'slot-taken' });
    const search = new URLSearchParams({ host: 'Olga Owner', ...nights(20, 22) }).toString();
    await eventually('the search knows', async () => !(await door.ask<Page<{ id: string }>>('GET', `/api/listings?${search}`)).body.items.some(({ id }) => id === listingId));
  });

  it('is told as taken there by a feed that says when, and not by whom', async () => {
    booked = (await book(30, 33)).body;
    expect(booked.status).toBe('confirmed');
    feed = (await owner.get<FeedView>(`/api/listings/${listingId}/feed`)).url;
    expect((await owner.get<FeedView>(`/api/listings/${listingId}/feed`)).url).toBe(feed);
    const answer = await read();
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([200, 'text/calendar; charset=utf-8', 'private, no-cache']);
    const entries = await entriesTold();
    // What the other platform has sold itself is not handed back to it.
    expect(entries.map(({ start, end }) => [start!.getDate(), end!.getDate()])).toEqual([[30, 33].map((day) => new Date(`${dayFromToday(day)}T12:00:00`).getDate())]);
    for (const secret of [renter.id, renter.user.name, renter.user.email, owner.user.email]) expect(answer.body).not.toContain(secret);
  });

  it('is not sent twice to who has it, and comes anew once it has changed', async () => {
    const { headers, body } = await read();
    const [tag, since] = [headers.get('etag')!, headers.get('last-modified')!];
    expect((await read({ 'if-none-match': tag })).status).toBe(304);
    expect((await read({ 'if-modified-since': since })).status).toBe(304);
    expect((await read()).body).toBe(body);
    const { id } = (await book(40, 41)).body;
    const changed = await read({ 'if-none-match': tag });
    expect([changed.status, changed.body.match(/BEGIN:VEVENT/g)?.length]).toEqual([200, 2]);
    await renter.put(`/api/bookings/${id}/cancel`);
    expect((await read()).body).toBe(body);
  });

  it('keeps a booking that the other platform sells again, and tells the owner, in the owner’s language', async () => {
    other.sell([dayFromToday(20), dayFromToday(23)], [dayFromToday(32), dayFromToday(35)]);
    expect((await refresh()).conflicts.map(({ bookingIds }) => bookingIds)).toEqual([[booked.id]]);
    expect(await free(30, 36)).toEqual([0, 0, 0, 0, 0, 1]);
    expect((await renter.get<BookingView>(`/api/bookings/${booked.id}`)).status).toBe('confirmed');
    expect((await told('calendar-clashed')).title).toMatch(/^Двойное бронирование/);
  });

  it('goes on as it was where the other platform fails, and says so', async () => {
    other.fail();
    expect(await refresh()).toMatchObject({ lastError: { reason: 'status', detail: '503' }, eventsKept: 2 });
    expect(await free(20, 23)).toEqual([0, 0, 0]);
    other.sell([dayFromToday(20), dayFromToday(21)]);
    expect((await refresh()).lastError).toBeUndefined();
    expect(await free(20, 23)).toEqual([0, 1, 1]);
  });

  it('reads nothing from inside the house, however it is spelled', async () => {
    const { port } = new URL(other.url);
    for (const host of ['localhost', '127.0.0.2', '0x7f000002', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0', '169.254.169.254', '10.0.0.1', 'user:pass@example.com']) {
      const answer = await owner.ask<{ code: string }>('POST', calendars, { body: { url: `http://${host}:${port}/`, name: 'Inside' } });
      expect([host, answer.status, answer.body.code]).toEqual([host, 422, 'calendar-address-refused']);
    }
  });

  it('has another address once the owner wants one, and the former leads nowhere', async () => {
    const former = new URL(feed).pathname;
    feed = (await owner.post<FeedView>(`/api/listings/${listingId}/feed/rotate`, undefined, 200)).url;
    expect([(await door.ask('GET', former)).status, (await read()).status]).toEqual([404, 200]);
    for (const path of ['/calendars/x.ics', `/calendars/${'x'.repeat(32)}.ics`, `/calendars/${'x'.repeat(32)}`, '/calendars/..%2f.ics']) expect([path, (await door.ask('GET', path)).status]).toEqual([path, 404]);
  });

  it('is free again once its calendar is read no more', async () => {
    for (const { id } of (await owner.get<Page<CalendarView>>(calendars)).items) expect((await owner.ask('DELETE', `${calendars}/${id}`)).status).toBe(204);
    expect([await free(20, 23), (await owner.get<Page<CalendarView>>(calendars)).items]).toEqual([[1, 1, 1], []]);
  });
});

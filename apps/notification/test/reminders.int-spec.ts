import { type UserFacts, UserDeleted } from '@bookable/contracts-auth';
import { BookingCancelled, BookingChanged, BookingConfirmed, type BookingFacts, BookingStarted } from '@bookable/contracts-booking';
import { ListingChanged, type ListingFacts } from '@bookable/contracts-catalog';
import { ChangeReminder, FindReminders, type ReminderView, WithdrawReminder } from '@bookable/contracts-notification';
import { newId } from '@bookable/kernel';
import type { RunningService } from '@bookable/platform-runtime';
import { StandingClock, waitUntil } from '@bookable/platform-testing';
import { aBooking, aPerson } from './facts';
import { RunningNotification } from './running-notification';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const BEGINS = Date.parse('2099-12-05T18:00:00Z');
const admin = { userId: newId(), roles: ['admin'] };

const at = (ms: number) => new Date(ms).toISOString();

function anEventOf(host: UserFacts, beginsAtMs: number): ListingFacts {
  return {
    id: newId(), ownerId: host.id, kind: 'event', title: 'Film night', status: 'active', timeZone: 'Europe/Berlin', capacity: 9, price: { currency: 'EUR', per: 'seat', amount: 0 },
    booking: { approval: 'request' }, city: 'Berlin', details: { startsAt: at(beginsAtMs), endsAt: at(beginsAtMs + 3 * HOUR_MS), privacy: 'everyone', paid: false }, version: 1,
  };
}

const moved = (event: ListingFacts, beginsAtMs: number, version: number): ListingFacts =>
  ({ ...event, version, details: { ...event.details!, startsAt: at(beginsAtMs), endsAt: at(beginsAtMs + 3 * HOUR_MS) } });

function aSeat(guest: UserFacts, host: UserFacts, event: ListingFacts, differences: Partial<BookingFacts> = {}): BookingFacts {
  const { startsAt, endsAt } = event.details!;
  return aBooking(guest, host, {
    listingId: event.id, listingTitle: event.title, kind: 'event', from: startsAt, to: endsAt, startsAt, endsAt, status: 'confirmed', action: 'confirm', actorId: host.id, version: 2, ...differences,
  });
}

describe('Reminders', () => {
  const clock = new StandingClock(new Date(BEGINS - 30 * DAY_MS));
  let notification: RunningNotification;
  let second: RunningService;

  beforeAll(async () => {
    notification = await RunningNotification.start({}, { clock });
    second = await notification.replica();
  });
  afterAll(() => notification.stop());

  const confirm = (facts: BookingFacts, occurredAtMs = clock.time.getTime()) => notification.tell(BookingConfirmed, facts, newId(), at(occurredAtMs));
  const ledger = async ({ id: bookingId }: Pick<BookingFacts, 'id'>) => (await notification.ask(FindReminders, { bookingId }, admin)).items;
  const states = async (facts: BookingFacts) => Object.fromEntries((await ledger(facts)).map(({ kind, state }) => [kind, state]));
  const remindersOf = async (person: UserFacts) => (await notification.shownTo(person)).filter(({ type }) => type === 'booking-reminder');
  const nobodyWaits = () => waitUntil(async () => (await notification.rows(`SELECT 1 FROM reminder WHERE state = 'planned' AND due_at <= $1`, [clock.time])).length === 0);

  /** Moves the clock on, and lets the replicas tell what is due by then. */
  async function until(moment: number): Promise<void> {
    clock.time = new Date(moment);
    await nobodyWaits();
  }

  it('come once a day and once an hour before, from two replicas, though the event is moved five times, and none for an old time', async () => {
    clock.time = new Date(BEGINS - 30 * DAY_MS);
    const [host, ...guests] = Array.from({ length: 7 }, () => aPerson());
    const event = anEventOf(host!, BEGINS);
    const seats = guests.map((guest) => aSeat(guest, host!, event));
    await Promise.all(seats.slice(0, 3).map((seat) => confirm(seat)));
    let beginsAtMs = BEGINS;
    for (let version = 2; version <= 6; version += 1) {
      beginsAtMs += (version % 2 === 0 ? 5 : -3) * DAY_MS;
      await Promise.all([notification.tell(ListingChanged, moved(event, beginsAtMs, version), newId(), at(clock.time.getTime())), ...(version === 4 ? seats.slice(3).map((seat) => confirm(seat)) : [])]);
      await until(clock.time.getTime() + DAY_MS);
      if (version === 4) {
        await second.stop();
        second = await notification.replica();
      }
    }
    await notification.tell(ListingChanged, moved(event, BEGINS, 3), newId(), at(clock.time.getTime()));
    for (const seat of seats) expect((await ledger(seat)).map(({ dueAt, beginsAt }) => [dueAt, beginsAt])).toEqual([[at(beginsAtMs - DAY_MS), at(beginsAtMs)], [at(beginsAtMs - HOUR_MS), at(beginsAtMs)]]);
    await until(beginsAtMs - DAY_MS - 1);
    expect((await Promise.all(guests.map(remindersOf))).flat()).toEqual([]);
    for (const moment of [beginsAtMs - DAY_MS, beginsAtMs - 2 * HOUR_MS, beginsAtMs - HOUR_MS, beginsAtMs + HOUR_MS]) await until(moment);
    for (const guest of guests) {
      const told = await remindersOf(guest);
      expect(told.map(({ title }) => title).sort()).toEqual(['In an hour: Film night', 'Tomorrow: Film night']);
      await waitUntil(async () => (await notification.mailsTo(guest.email)).filter(({ subject }) => /^(Tomorrow|In an hour)/.test(subject)).length === 2);
    }
    expect(await remindersOf(host!)).toEqual([]);
  });

  it('of one booking are one for each kind and person, however often and in whatever order it is told of', async () => {
    clock.time = new Date(BEGINS - 30 * DAY_MS);
    const [guest, host] = [aPerson(), aPerson({ locale: 'ru' })];
    const stay = aBooking(guest, host, { status: 'confirmed', action: 'confirm', actorId: host.id, startsAt: at(BEGINS), endsAt: at(BEGINS + DAY_MS), from: '2099-12-05', to: '2099-12-06', version: 2 });
    const later = { ...stay, startsAt: at(BEGINS + DAY_MS), from: '2099-12-06', to: '2099-12-07', version: 3 };
    await Promise.all(Array.from({ length: 20 }, () => confirm(stay)));
    await Promise.all([notification.tell(BookingChanged, later), ...Array.from({ length: 5 }, () => confirm(stay))]);
    const rows = await ledger(stay);
    expect(rows.map(({ kind, userId, beginsAt }) => [kind, userId, beginsAt])).toEqual(expect.arrayContaining(['day', 'hour'].flatMap((kind) => [[kind, guest.id, later.startsAt], [kind, host.id, later.startsAt]])));
    expect(rows).toHaveLength(4);
    await until(BEGINS - HOUR_MS);
    expect(await remindersOf(guest)).toEqual([]);
    await until(BEGINS + 10_000);
    expect((await remindersOf(host)).map(({ title }) => title)).toEqual(['Завтра: Loft "North"']);
  });

  it('are dropped when it is called off or has begun, and left out where they would come too late', async () => {
    clock.time = new Date(BEGINS - 20 * HOUR_MS);
    const [guest, host] = [aPerson(), aPerson()];
    const event = anEventOf(host, BEGINS);
    const [soon, off, begun] = [aSeat(guest, host, event), aSeat(guest, host, event), aSeat(guest, host, event)];
    await Promise.all([confirm(soon), confirm(off), confirm(begun)]);
    expect(await states(soon)).toEqual({ day: 'skipped', hour: 'planned' });
    await notification.tell(BookingCancelled, { ...off, status: 'cancelled', action: 'cancel', version: 3 } satisfies BookingFacts);
    await confirm(off);
    expect(await states(off)).toEqual({ day: 'skipped', hour: 'dropped' });
    await notification.tell(BookingStarted, { ...begun, status: 'in_progress', action: 'start', version: 3 } satisfies BookingFacts);
    expect(await states(begun)).toEqual({ day: 'skipped', hour: 'dropped' });
    await until(BEGINS - 10 * 60_000);
    expect(await states(soon)).toEqual({ day: 'skipped', hour: 'skipped' });
    expect(await remindersOf(guest)).toEqual([]);
  });

  it('are not planned by a confirmation that is heard of after the beginning, as when the broker was away', async () => {
    clock.time = new Date(BEGINS - 30 * DAY_MS);
    const [guest, host] = [aPerson(), aPerson()];
    const seat = aSeat(guest, host, anEventOf(host, BEGINS));
    await notification.tell(BookingStarted, { ...seat, status: 'in_progress', action: 'start', version: 3 } satisfies BookingFacts);
    await confirm(seat);
    expect(await ledger(seat)).toEqual([]);
  });

  it('come again for a new time after the old one was told', async () => {
    clock.time = new Date(BEGINS - 3 * DAY_MS);
    const [guest, host] = [aPerson(), aPerson()];
    const event = anEventOf(host, BEGINS);
    const seat = aSeat(guest, host, event);
    await confirm(seat);
    await until(BEGINS - DAY_MS + 1);
    expect(await remindersOf(guest)).toHaveLength(1);
    await notification.tell(ListingChanged, moved(event, BEGINS + 7 * DAY_MS, 2), newId(), at(clock.time.getTime()));
    expect(await states(seat)).toEqual({ day: 'planned', hour: 'planned' });
    await until(BEGINS + 6 * DAY_MS + 1);
    expect(await remindersOf(guest)).toHaveLength(2);
  });

  it('go nowhere for whoever has called off, also where they were reminded before that', async () => {
    clock.time = new Date(BEGINS - 30 * DAY_MS);
    const [guest, host] = [aPerson(), aPerson()];
    const event = anEventOf(host, BEGINS);
    const seat = aSeat(guest, host, event);
    await confirm(seat);
    await until(BEGINS - DAY_MS);
    await waitUntil(async () => (await states(seat))['day'] === 'sent', { that: 'they are reminded' });
    await notification.tell(BookingCancelled, { ...seat, status: 'cancelled', action: 'cancel', actorId: guest.id, version: 3 });
    await notification.tell(ListingChanged, moved(event, BEGINS + 5 * DAY_MS, 2), newId(), at(clock.time.getTime()));
    expect(await states(seat)).toEqual({ day: 'sent', hour: 'dropped' });
    expect((await notification.shownTo(guest)).filter(({ type }) => type === 'event-moved')).toEqual([]);
  });

  it('are listed, put off and taken out by administrators alone', async () => {
    clock.time = new Date(BEGINS - 30 * DAY_MS);
    const [guest, host] = [aPerson(), aPerson()];
    const event = anEventOf(host, BEGINS);
    const seat = aSeat(guest, host, event);
    await confirm(seat);
    const [day, hour] = (await ledger(seat)) as [ReminderView, ReminderView];
    const someone = { userId: guest.id, roles: ['renter'] };
    for (const call of [notification.ask(FindReminders, {}, someone), notification.ask(ChangeReminder, { id: day.id, dueAt: at(BEGINS) }, someone), notification.ask(WithdrawReminder, { id: day.id }, someone)]) {
      await expect(call).rejects.toMatchObject({ problem: { code: 'forbidden' } });
    }
    await expect(notification.ask(ChangeReminder, { id: day.id, dueAt: at(BEGINS) }, admin)).rejects.toMatchObject({ problem: { code: 'reminder-after-beginning' } });
    expect(await notification.ask(ChangeReminder, { id: day.id, dueAt: at(BEGINS - 2 * DAY_MS) }, admin)).toMatchObject({ state: 'planned', dueAt: at(BEGINS - 2 * DAY_MS) });
    await Promise.all([1, 2].map(() => notification.ask(WithdrawReminder, { id: hour.id }, admin)));
    const page = await notification.ask(FindReminders, { userId: guest.id, limit: 1 }, admin);
    expect([page.items.map(({ id }) => id), (await notification.ask(FindReminders, { userId: guest.id, cursor: page.nextCursor! }, admin)).items.map(({ id }) => id)]).toEqual([[day.id], [hour.id]]);
    await until(BEGINS - 2 * DAY_MS + 1);
    expect(await states(seat)).toEqual({ day: 'sent', hour: 'withdrawn' });
    await expect(notification.ask(ChangeReminder, { id: day.id, dueAt: at(BEGINS - DAY_MS) }, admin)).rejects.toMatchObject({ problem: { code: 'reminder-settled' }, facts: { state: 'sent' } });
    await notification.tell(ListingChanged, moved(event, BEGINS + DAY_MS, 2), newId(), at(clock.time.getTime()));
    expect(await states(seat)).toEqual({ day: 'planned', hour: 'withdrawn' });
  });

  it('are forgotten with the person', async () => {
    clock.time = new Date(BEGINS - 30 * DAY_MS);
    const [guest, host] = [aPerson(), aPerson()];
    const seat = aSeat(guest, host, anEventOf(host, BEGINS));
    await confirm(seat);
    await notification.tell(UserDeleted, { id: guest.id, version: 2 });
    expect(await ledger(seat)).toEqual([]);
    await confirm({ ...seat, version: 3 });
    expect(await ledger(seat)).toEqual([]);
  });
});

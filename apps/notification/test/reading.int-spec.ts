import type { UserFacts } from '@bookable/contracts-auth';
import { BookingConfirmed, BookingRequested } from '@bookable/contracts-booking';
import {
  ChangePreferences, type ChangePreferencesRequest, FindNotifications, type FindNotificationsRequest, GetPreferences, MandatoryNotification, ReadAllNotifications,
  ReadNotification,
} from '@bookable/contracts-notification';
import { Malformed, NotFound, Unauthenticated, encodeCursor, newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { aBooking, aPerson } from './facts';
import { RunningNotification } from './running-notification';

const actor = ({ id }: UserFacts) => ({ userId: id, roles: [] });
const refusal = (problem: object) => expect.objectContaining({ problem });

describe('reading notifications', () => {
  let service: RunningNotification;
  beforeAll(async () => void (service = await RunningNotification.start()));
  afterAll(() => service.stop());

  const find = (person: UserFacts, request: FindNotificationsRequest = {}) => service.ask(FindNotifications, request, actor(person));
  const tellOwner = async (owner: UserFacts, times: number) => {
    for (let time = 0; time < times; time += 1) await service.tell(BookingRequested, aBooking(aPerson(), owner));
  };

  it('pages through them newest first, each once, though new ones come in between', async () => {
    const owner = aPerson();
    await tellOwner(owner, 5);
    const first = await find(owner, { limit: 2 });
    await tellOwner(owner, 1);
    const second = await find(owner, { limit: 2, cursor: first.nextCursor! });
    const third = await find(owner, { limit: 2, cursor: second.nextCursor! });
    const ids = [first, second, third].flatMap(({ items }) => items.map(({ id }) => id));
    expect(new Set(ids).size).toBe(5);
    expect(third.nextCursor).toBeNull();
    const times = [first, second, third].flatMap(({ items }) => items.map(({ createdAt }) => createdAt));
    expect(times).toEqual([...times].sort().reverse());
    expect(third.unreadCount).toBe(6);
  });

  it.each(['nonsense', encodeCursor(['2026-11-21T10:00:00Z', "'; DROP TABLE notification"]), encodeCursor([1, 2])])('refuses the cursor %j', async (cursor) => {
    await expect(find(aPerson(), { cursor })).rejects.toEqual(refusal(Malformed));
  });

  it('marks one as read, once for all', async () => {
    const owner = aPerson();
    await tellOwner(owner, 2);
    const { id } = (await find(owner)).items[0]!;
    const first = await service.ask(ReadNotification, { id }, actor(owner));
    expect(first.readAt).not.toBeNull();
    expect(await service.ask(ReadNotification, { id }, actor(owner))).toEqual(first);
    expect(await find(owner, { unread: false })).toMatchObject({ items: [first], unreadCount: 1 });
    expect((await find(owner, { unread: true })).items.map((item) => item.id)).not.toContain(id);
  });

  it('marks all as read, those of nobody else', async () => {
    const [owner, other] = [aPerson(), aPerson()];
    await tellOwner(owner, 3);
    await tellOwner(other, 1);
    expect(await service.ask(ReadAllNotifications, {}, actor(owner))).toEqual({ read: 3 });
    expect(await service.ask(ReadAllNotifications, {}, actor(owner))).toEqual({ read: 0 });
    expect(await find(owner)).toMatchObject({ unreadCount: 0 });
    expect(await find(other)).toMatchObject({ unreadCount: 1 });
  });

  it('shows and changes nothing that is somebody else’s', async () => {
    const [owner, stranger] = [aPerson(), aPerson()];
    await tellOwner(owner, 1);
    const { id } = (await find(owner)).items[0]!;
    expect((await find(stranger)).items).toEqual([]);
    await expect(service.ask(ReadNotification, { id }, actor(stranger))).rejects.toEqual(refusal(NotFound));
    await expect(service.ask(ReadNotification, { id: newId() }, actor(owner))).rejects.toEqual(refusal(NotFound));
    expect((await find(owner)).items[0]!.readAt).toBeNull();
  });

  it('is for people who are signed in', async () => {
    await expect(service.ask(FindNotifications, {})).rejects.toEqual(refusal(Unauthenticated));
    await expect(service.ask(ReadNotification, { id: newId() })).rejects.toEqual(refusal(Unauthenticated));
    await expect(service.ask(ReadAllNotifications, {})).rejects.toEqual(refusal(Unauthenticated));
    await expect(service.ask(GetPreferences, {})).rejects.toEqual(refusal(Unauthenticated));
    await expect(service.ask(ChangePreferences, { preferences: [] })).rejects.toEqual(refusal(Unauthenticated));
  });

  describe('by preference', () => {
    const change = (person: UserFacts, ...preferences: NonNullable<ChangePreferencesRequest['preferences']>) => service.ask(ChangePreferences, { preferences }, actor(person));
    const preference = async (person: UserFacts, type: string) => (await service.ask(GetPreferences, {}, actor(person))).preferences.find((one) => one.type === type);

    it('starts with defaults and changes channel by channel', async () => {
      const person = aPerson();
      expect(await preference(person, 'booking-requested')).toEqual({ type: 'booking-requested', inApp: true, email: true, telegram: true, push: true });
      const { preferences } = await change(person, { type: 'booking-requested', email: false }, { type: 'user-followed', email: true });
      expect(preferences).toContainEqual({ type: 'booking-requested', inApp: true, email: false, telegram: true, push: true });
      await change(person, { type: 'booking-requested', push: false });
      expect(await preference(person, 'booking-requested')).toEqual({ type: 'booking-requested', inApp: true, email: false, telegram: true, push: false });
      expect(await preference(person, 'user-followed')).toMatchObject({ email: true });
      expect(await preference(aPerson(), 'user-followed')).toMatchObject({ email: false });
    });

    it('tells over the channels that were chosen and no other', async () => {
      const [mailed, shown, silent, renter] = [aPerson(), aPerson(), aPerson(), aPerson()];
      await change(mailed, { type: 'booking-requested', inApp: false });
      await change(shown, { type: 'booking-requested', email: false });
      await change(silent, { type: 'booking-requested', email: false, inApp: false });
      for (const owner of [mailed, shown, silent]) await service.tell(BookingRequested, aBooking(renter, owner));
      await waitUntil(async () => (await service.mailsTo(renter.email)).length === 3 && (await service.mailsTo(mailed.email)).length === 1);
      expect(await service.shownTo(mailed)).toEqual([]);
      expect(await service.shownTo(shown)).toHaveLength(1);
      expect(await service.mailsTo(shown.email)).toEqual([]);
      expect(await service.mailsTo(silent.email)).toEqual([]);
      await service.tell(BookingConfirmed, aBooking(renter, silent, { status: 'confirmed' }));
      expect((await service.shownTo(silent)).map(({ type }) => type)).toEqual(['booking-confirmed']);
    });

    it('never silences a warning about the safety of an account', async () => {
      const person = aPerson();
      await expect(change(person, { type: 'user-followed', inApp: false }, { type: 'session-reuse', email: false })).rejects.toMatchObject({ problem: MandatoryNotification, facts: { type: 'session-reuse' } });
      expect(await preference(person, 'user-followed')).toMatchObject({ inApp: true });
    });
  });
});

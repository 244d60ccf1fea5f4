import type { UserFacts } from '@bookable/contracts-auth';
import { ListingArchived, ListingChanged, ListingPublished } from '@bookable/contracts-catalog';
import type { RoomTypeFacts } from '@bookable/contracts-hotel-management';
import { newId } from '@bookable/kernel';
import { aContext, waitUntil } from '@bookable/platform-testing';
import { CatalogDesk } from './catalog-desk';
import { anApartment, anEvent } from './sample-listings';

const refused = (code: string) => expect.objectContaining({ problem: expect.objectContaining({ code }) });

describe('what other services tell', () => {
  let desk: CatalogDesk;

  const aUser = (differences: Partial<UserFacts> = {}): UserFacts => ({
    id: newId(), name: 'Anna', email: 'anna@example.org', roles: [], locale: 'en', emailVerified: true, avatarUrl: '/media/a.webp', createdAt: '2026-01-01T00:00:00Z', version: 1, ...differences,
  });

  beforeAll(async () => {
    desk = await CatalogDesk.open();
  });
  afterAll(() => desk.postgres.stop());

  describe('of people', () => {
    it('a host is shown by name and face, and by the new name once it is known', async () => {
      const user = aUser();
      await desk.hosts.keep(user, aContext());
      const made = await desk.create(anApartment(), desk.as(user.id));
      expect(made.host).toEqual({ id: user.id, name: 'Anna', avatarUrl: '/media/a.webp' });
      await desk.hosts.keep({ ...user, name: 'Anne-Sophie', version: 3 }, aContext());
      await desk.hosts.keep({ ...user, name: 'Late news', version: 2 }, aContext());
      expect((await desk.search({ host: 'anne-s' })).items).toMatchObject([{ id: made.id, host: { name: 'Anne-Sophie' } }]);
    });

    it('a host nobody told of yet is asked for', async () => {
      const user = aUser({ name: 'Unheard' });
      desk.others.answers.set('auth.get-user-facts', () => user);
      const { id } = await desk.create(anApartment(), desk.as(user.id));
      expect((await desk.get(id)).host.name).toBe('Unheard');
      desk.others.answers.clear();
      await expect(desk.create(anApartment(), desk.as(newId()))).resolves.toMatchObject({ host: { name: null } });
    });

    it('a deleted account leaves neither listings nor a name, whatever arrives later', async () => {
      const user = aUser({ name: 'Leaving Larry' });
      await desk.hosts.keep(user, aContext());
      const [active, draft] = [await desk.create(anApartment(), desk.as(user.id)), await desk.create(anApartment({ status: 'draft' }), desk.as(user.id))];
      await desk.hosts.forget({ id: user.id, version: 5 }, aContext());
      await desk.hosts.keep({ ...user, version: 6 }, aContext());
      await expect(desk.get(active.id)).rejects.toEqual(refused('not-found'));
      expect((await desk.search({ host: 'larry' })).items).toEqual([]);
      const told = await waitUntil(() => desk.postgres.events.of(ListingArchived).filter(({ ownerId }) => ownerId === user.id));
      expect(told.map(({ id }) => id)).toEqual([active.id]);
      expect(told.map(({ id }) => id)).not.toContain(draft.id);
    });

    it('an event for followers is seen by followers, for as long as they follow', async () => {
      const [host, follower] = [newId(), newId()];
      const details = { startsAt: '2026-12-05T19:00:00Z', endsAt: '2026-12-05T22:00:00Z', privacy: 'followers' as const, paid: false };
      const { id } = await desk.create(anEvent({ details }), desk.as(host));
      const isSeenBy = async (userId: string) => {
        const isFound = (await desk.search({ hostId: host }, desk.as(userId))).items.length === 1;
        const isShown = await desk.get(id, desk.as(userId)).then(() => true, () => false);
        expect(isShown).toBe(isFound);
        return isShown;
      };
      expect([await isSeenBy(host), await isSeenBy(follower)]).toEqual([true, false]);
      await desk.copies.follow({ followerId: follower, followedId: host, following: true, version: 1 }, aContext());
      expect(await isSeenBy(follower)).toBe(true);
      await desk.copies.follow({ followerId: follower, followedId: host, following: false, version: 3 }, aContext());
      await desk.copies.follow({ followerId: follower, followedId: host, following: true, version: 2 }, aContext());
      expect(await isSeenBy(follower)).toBe(false);
    });
  });

  describe('of ratings and of what is taken', () => {
    it('the newest counts, whatever the order it arrives in and however often', async () => {
      const { id } = await desk.create(anApartment({ location: { city: 'Salem', lat: 1, lng: 1 } }), desk.as(newId()));
      const context = aContext();
      const rating = (average: number, count: number, version: number) => ({ subject: 'listing' as const, subjectId: id, average, count, histogram: [0, 0, 0, 0, 0], version });
      await desk.copies.rating(rating(4.5, 2, 2), context);
      await desk.copies.rating(rating(4.5, 2, 2), context);
      await desk.copies.rating(rating(5, 1, 1), aContext());
      expect((await desk.get(id)).rating).toEqual({ average: 4.5, count: 2 });

      const taken = (from: string, to: string, version: number) => ({ listingId: id, unit: 'night' as const, capacity: 1, version, segments: [{ from, to, free: 0 }] });
      const isFree = async (from: string, to: string) => (await desk.search({ city: 'Salem', from, to })).items.length === 1;
      await desk.copies.availability(taken('2026-12-10', '2026-12-12', 7));
      await desk.copies.availability(taken('2027-01-01', '2027-02-01', 6));
      expect(await Promise.all([isFree('2026-12-09', '2026-12-11'), isFree('2026-12-12', '2026-12-14'), isFree('2027-01-05', '2027-01-06')])).toEqual([false, true, true]);
      await desk.copies.availability({ ...taken('2026-12-10', '2026-12-12', 8), segments: [] });
      expect(await isFree('2026-12-09', '2026-12-11')).toBe(true);
    });

    it('a change by the owner leaves them as they are', async () => {
      const owner = desk.as(newId());
      const { id } = await desk.create(anApartment(), owner);
      await desk.copies.rating({ subject: 'listing', subjectId: id, average: 4, count: 1, histogram: [0, 0, 0, 1, 0], version: 1 }, aContext());
      expect(await desk.update({ id, title: 'New' }, owner)).toMatchObject({ rating: { average: 4, count: 1 } });
    });
  });

  describe('of hotels', () => {
    const aRoomType = (differences: Partial<RoomTypeFacts> = {}): RoomTypeFacts => ({
      id: newId(), hotelId: newId(), hotelName: 'Grand', ownerId: newId(), category: 'standard', beds: 2, minibar: true, rooms: 5, city: 'Sochi', lat: 43.6, lng: 39.7,
      timeZone: 'Europe/Moscow', checkIn: '14:00', checkOut: '12:00', amount: 500_000, currency: 'RUB', version: 1, ...differences,
    });

    it('a room type becomes a listing whose capacity is its number of rooms', async () => {
      const facts = aRoomType();
      await desk.rooms.publish(facts, aContext());
      expect(await desk.get(facts.id)).toMatchObject({
        kind: 'room', status: 'active', capacity: 5, price: { per: 'night', amount: 500_000 }, details: { hotelId: facts.hotelId, minibar: true }, booking: { approval: 'instant' },
      });
      expect(await waitUntil(() => desk.postgres.events.of(ListingPublished).find(({ id }) => id === facts.id))).toMatchObject({ kind: 'room', capacity: 5 });
      expect((await desk.search({ kind: 'room', guests: 2, city: 'sochi' })).items).toHaveLength(1);
      expect((await desk.search({ kind: 'room', guests: 3, city: 'sochi' })).items).toEqual([]);
      await expect(desk.update({ id: facts.id, title: 'Mine' }, desk.as(facts.ownerId))).rejects.toEqual(refused('rooms-by-hotel-only'));
    });

    it('changes and goes out of sight with its type, and old news changes nothing', async () => {
      const facts = aRoomType();
      await desk.rooms.publish({ ...facts, rooms: 8, version: 4 }, aContext());
      await desk.rooms.publish({ ...facts, rooms: 2, version: 3 }, aContext());
      expect((await desk.get(facts.id)).capacity).toBe(8);
      await desk.rooms.retire({ ...facts, rooms: 0, version: 5 }, aContext());
      await expect(desk.get(facts.id)).rejects.toEqual(refused('not-found'));
      expect(await waitUntil(() => desk.postgres.events.of(ListingChanged).find(({ id }) => id === facts.id))).toMatchObject({ status: 'inactive' });
      await desk.rooms.publish({ ...facts, rooms: 1, version: 6 }, aContext());
      expect(await desk.get(facts.id)).toMatchObject({ capacity: 1, status: 'active' });
    });
  });
});

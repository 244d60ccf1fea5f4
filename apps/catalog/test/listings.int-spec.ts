import { ListingArchived, ListingChanged, ListingPublished, type ListingView } from '@bookable/contracts-catalog';
import { DomainError, NotFound, defineProblem, newId } from '@bookable/kernel';
import { aContext, waitUntil } from '@bookable/platform-testing';
import { CatalogDesk } from './catalog-desk';
import { anApartment, anEvent } from './sample-listings';

const refused = (code: string) => expect.objectContaining({ problem: expect.objectContaining({ code }) });
const faultAt = (path: string) => expect.objectContaining({ facts: { errors: [expect.objectContaining({ path })] } });

describe('a listing', () => {
  let desk: CatalogDesk;
  let ownerId: string;

  const owner = () => desk.as(ownerId);
  const stranger = () => desk.as(newId());
  const told = (contract: typeof ListingPublished, id: string) => desk.postgres.events.of(contract).filter((facts) => facts.id === id);
  const bookingCloses = () => desk.others.answers.set('booking.close-resource', () => undefined);

  beforeAll(async () => {
    desk = await CatalogDesk.open();
  });
  beforeEach(() => {
    ownerId = newId();
    desk.others.answers.clear();
    desk.others.asked.length = 0;
  });
  afterAll(() => desk.postgres.stop());

  it('is answered, found and told of as soon as it is made', async () => {
    const made = await desk.create(anApartment({ tags: ['River', ' river '], location: { city: 'Troy', lat: 42.7, lng: -73.7 } }), owner());
    expect(made).toMatchObject({ status: 'active', version: 1, ownerId, tags: ['River'], rating: { average: null, count: 0 }, photos: [], terms: null });
    expect(await desk.get(made.id)).toEqual(made);
    expect((await desk.search({ city: 'TROY' })).items).toMatchObject([{ id: made.id, price: { amount: 12_000, currency: 'USD' } }]);
    const [facts] = await waitUntil(() => told(ListingPublished, made.id));
    expect(facts).toMatchObject({ ownerId, kind: 'apartment', status: 'active', capacity: 1, city: 'Troy', booking: { approval: 'request' }, version: 1 });
  });

  it('is made by landlords only, an event by anyone, a room by nobody by hand', async () => {
    const renter = desk.as(newId(), ['renter']);
    await expect(desk.create(anApartment(), renter)).rejects.toEqual(refused('landlords-only'));
    await expect(desk.create(anEvent(), renter)).resolves.toMatchObject({ kind: 'event', capacity: 12 });
    const room = { ...anApartment(), kind: 'room' as const, details: { hotelId: newId(), category: 'standard' as const, beds: 2, minibar: false, rooms: 3 } };
    await expect(desk.create(room, owner())).rejects.toEqual(refused('rooms-by-hotel-only'));
    await expect(desk.create(anEvent(), aContext())).rejects.toEqual(refused('unauthenticated'));
  });

  it('is made once by the same key, though it is sent several times at once', async () => {
    const context = { ...owner(), idempotencyKey: newId() };
    const answers = await Promise.all([1, 2, 3].map(() => desk.create(anApartment(), context)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    await expect(desk.create(anApartment({ title: 'Another' }), context)).rejects.toEqual(refused('idempotency-key-reused'));
    expect((await desk.search({ hostId: ownerId })).items).toHaveLength(1);
  });

  it.each([
    ['price.per', { price: { currency: 'USD', per: 'hour' as const, amount: 1 } }],
    ['booking.maxUnits', { booking: { approval: 'instant' as const, minUnits: 3, maxUnits: 2 } }],
  ])('whose parts contradict each other is refused, naming %s', async (path, differences) => {
    await expect(desk.create(anApartment(differences), owner())).rejects.toEqual(faultAt(path));
  });

  it('that is an event cannot be put into the past', async () => {
    const past = { startsAt: '2026-11-20T19:00:00Z', endsAt: '2026-11-20T22:00:00Z', privacy: 'everyone' as const, paid: false };
    await expect(desk.create(anEvent({ details: past }), owner())).rejects.toEqual(faultAt('details.startsAt'));
    const made = await desk.create(anEvent(), owner());
    await expect(desk.update({ id: made.id, details: past }, owner())).rejects.toEqual(faultAt('details.startsAt'));
  });

  describe('that is a draft', () => {
    let draft: ListingView;
    beforeEach(async () => {
      draft = await desk.create(anApartment({ status: 'draft' }), owner());
    });

    it('is seen by its owner and by nobody else, and told to nobody', async () => {
      await expect(desk.get(draft.id, stranger())).rejects.toEqual(refused('not-found'));
      await expect(desk.update({ id: draft.id, title: 'Mine' }, stranger())).rejects.toEqual(refused('not-found'));
      await expect(desk.get(draft.id, owner())).resolves.toMatchObject({ status: 'draft' });
      expect((await desk.search({ hostId: ownerId })).items).toEqual([]);
      expect((await desk.search({ hostId: ownerId, status: 'draft' }, owner())).items).toHaveLength(1);
      await expect(desk.search({ hostId: ownerId, status: 'draft' }, stranger())).rejects.toEqual(refused('forbidden'));
      await desk.update({ id: draft.id, title: 'Better' }, owner());
      expect([...told(ListingPublished, draft.id), ...told(ListingChanged, draft.id)]).toEqual([]);
    });

    it('is published by its owner, and never a draft again', async () => {
      await desk.update({ id: draft.id, status: 'active' }, owner());
      expect(await waitUntil(() => told(ListingPublished, draft.id)[0])).toMatchObject({ status: 'active', version: 2 });
      await expect(desk.update({ id: draft.id, status: 'draft' }, owner())).rejects.toMatchObject({ facts: { status: 'active' } });
    });
  });

  describe('that changes', () => {
    let made: ListingView;
    beforeEach(async () => {
      made = await desk.create(anApartment({ terms: 'No smoking.' }), owner());
    });

    it('keeps every field that the change leaves out', async () => {
      const changed = await desk.update({ id: made.id, price: { currency: 'USD', per: 'night', amount: 9_900 } }, owner());
      expect(changed).toEqual({ ...made, price: { currency: 'USD', per: 'night', amount: 9_900 }, version: 2, updatedAt: expect.any(String) });
      expect(await waitUntil(() => told(ListingChanged, made.id)[0])).toMatchObject({ price: { amount: 9_900 }, version: 2 });
      expect((await desk.search({ hostId: ownerId, priceMax: 9_900 })).items).toHaveLength(1);
    });

    it('may be sent back whole, and is told of only where it is different', async () => {
      const { kind, title, description, tags, amenities, location, timeZone, price, capacity, booking, details } = made;
      const same = await desk.update({ id: made.id, kind, title, description, tags, amenities, location, timeZone, price, capacity, booking, details }, owner());
      expect(same).toEqual(made);
      expect(told(ListingChanged, made.id)).toEqual([]);
    });

    it('refuses a change made from an older version, so that of two at once one wins', async () => {
      const changes = ['A', 'B', 'C'].map((title) => desk.update({ id: made.id, version: 1, title }, owner()));
      const outcomes = await Promise.allSettled(changes);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      await expect(desk.update({ id: made.id, version: 1, title: 'D' }, owner())).rejects.toMatchObject({ problem: { code: 'version-conflict' }, facts: { version: 2 } });
    });

    it('is not changed by others, nor into another kind', async () => {
      await expect(desk.update({ id: made.id, title: 'Mine' }, stranger())).rejects.toEqual(refused('not-your-listing'));
      await expect(desk.update({ id: made.id, kind: 'item' }, owner())).rejects.toEqual(faultAt('kind'));
      await expect(desk.update({ id: made.id, details: { seatType: 'desk' } }, owner())).rejects.toEqual(faultAt('details'));
    });
  });

  describe('that is archived', () => {
    let made: ListingView;
    const archive = (context = owner()) => desk.archiveListing.execute({ id: made.id }, context);
    beforeEach(async () => {
      made = await desk.create(anApartment(), owner());
    });

    it('is closed for booking first, is seen no more, and stays so', async () => {
      bookingCloses();
      await archive();
      expect(desk.others.asked).toContainEqual({ topic: 'booking.close-resource', request: { listingId: made.id } });
      await expect(desk.get(made.id)).rejects.toEqual(refused('not-found'));
      expect((await desk.search({ hostId: ownerId })).items).toEqual([]);
      expect(await waitUntil(() => told(ListingArchived, made.id)[0])).toMatchObject({ status: 'archived', version: 2 });
      await expect(desk.update({ id: made.id, status: 'active' }, owner())).rejects.toEqual(refused('wrong-listing-status'));
    });

    it('is archived once, though it is asked for twice at once', async () => {
      bookingCloses();
      await Promise.all([archive(), archive()]);
      await archive();
      await waitUntil(() => told(ListingArchived, made.id).length > 0);
      expect(told(ListingArchived, made.id)).toHaveLength(1);
    });

    it('stays as it is while bookings lie ahead, or while booking cannot say', async () => {
      await expect(archive()).rejects.toEqual(refused('unavailable'));
      desk.others.answers.set('booking.close-resource', () => {
        throw new DomainError(defineProblem('has-bookings', 'conflict', 'Bookings.'));
      });
      await expect(archive()).rejects.toEqual(refused('has-bookings'));
      await expect(archive(stranger())).rejects.toEqual(refused('not-your-listing'));
      await expect(desk.get(made.id)).resolves.toMatchObject({ status: 'active' });
    });

    it('needs no closing where booking never heard of it', async () => {
      desk.others.answers.set('booking.close-resource', () => {
        throw new DomainError(NotFound);
      });
      await expect(archive()).resolves.toBeUndefined();
    });
  });
});

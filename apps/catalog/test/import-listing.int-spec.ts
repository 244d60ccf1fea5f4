import { GetUserFacts } from '@bookable/contracts-auth';
import { type ImportListingRequest, ListingPublished } from '@bookable/contracts-catalog';
import { DomainError, NotFound, newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { CatalogDesk } from './catalog-desk';
import { anApartment } from './sample-listings';

describe('A listing that is brought over from elsewhere', () => {
  const ownerId = newId();
  const renterId = newId();
  let desk: CatalogDesk;
  const admin = () => desk.as(newId(), ['renter', 'admin']);
  const offered = (externalId: string, more: Partial<ImportListingRequest> = {}): ImportListingRequest => ({
    source: 'elsewhere', externalId, ownerId, listing: anApartment(), ...more,
  });
  const told = (id: string) => desk.postgres.events.of(ListingPublished).filter((facts) => facts.id === id);

  beforeAll(async () => {
    desk = await CatalogDesk.open();
    desk.others.answers.set(GetUserFacts.topic, ({ id }: { id: string }) => {
      if (![ownerId, renterId].includes(id)) throw new DomainError(NotFound, 'There is no such person.');
      return { id, name: 'Host Elsewhere', roles: id === ownerId ? ['renter', 'landlord'] : ['renter'], avatarUrl: null, version: 1 };
    });
  });
  afterAll(() => desk.postgres.stop());

  it('is brought over by administrators only', async () => {
    for (const roles of [['renter'], ['renter', 'landlord']]) {
      await expect(desk.bringOver(offered('a'), desk.as(ownerId, roles))).rejects.toMatchObject({ problem: { code: 'forbidden' } });
    }
  });

  it("is its owner's, under the owner's name, and found at once", async () => {
    const listing = await desk.bringOver(offered('b', { listing: anApartment({ title: 'Brought over whole' }) }), admin());
    expect(listing).toMatchObject({ ownerId, status: 'active', host: { name: 'Host Elsewhere' }, version: 1 });
    expect((await desk.search({ host: 'elsewhere', hostId: ownerId })).items.map(({ id }) => id)).toContain(listing.id);
  });

  it('is one listing however often it comes, in whatever form, and is told once', async () => {
    const first = await desk.bringOver(offered('c'), admin());
    expect(await desk.bringOver(offered('c'), admin())).toEqual(first);
    expect(await desk.bringOver(offered('c', { listing: anApartment({ title: 'Renamed there' }) }), admin())).toEqual(first);
    await waitUntil(() => told(first.id).length > 0);
    expect(told(first.id)).toMatchObject([{ ownerId, version: 1 }]);
  });

  it('is one listing when many imports bring it at once', async () => {
    const listings = await Promise.all(Array.from({ length: 12 }, () => desk.bringOver(offered('d', { listing: anApartment({ title: 'At once' }) }), admin())));
    expect(new Set(listings.map(({ id }) => id)).size).toBe(1);
    expect(await desk.postgres.database.query("SELECT id FROM listing WHERE title = 'At once'")).toHaveLength(1);
  });

  it('is another listing where it comes from another place', async () => {
    const [here, there] = await Promise.all([desk.bringOver(offered('e'), admin()), desk.bringOver(offered('e', { source: 'there' }), admin())]);
    expect(here.id).not.toBe(there.id);
  });

  it('is refused for whom there is not, and for who may not offer it; and may come again once that is put right', async () => {
    await expect(desk.bringOver(offered('f', { ownerId: newId() }), admin())).rejects.toMatchObject({ problem: { code: 'not-found' } });
    await expect(desk.bringOver(offered('f', { ownerId: renterId }), admin())).rejects.toMatchObject({ problem: { code: 'landlords-only' } });
    const upsideDown = anApartment({ booking: { approval: 'request', minUnits: 9, maxUnits: 2 } });
    await expect(desk.bringOver(offered('f', { listing: upsideDown }), admin())).rejects.toMatchObject({ problem: { code: 'listing-inconsistent' } });
    expect(await desk.bringOver(offered('f'), admin())).toMatchObject({ ownerId });
  });
});

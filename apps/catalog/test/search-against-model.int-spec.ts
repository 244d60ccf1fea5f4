import type { CreateListingRequest, SearchListingsRequest } from '@bookable/contracts-catalog';
import { newId } from '@bookable/kernel';
import { aContext } from '@bookable/platform-testing';
import fc from 'fast-check';
import { CatalogDesk } from './catalog-desk';
import { HOST_NAMES, anyOffer, anySearch, takenOf } from './search-arbitraries';
import { type ModelListing, type ModelViewer, isFound, metresBetween, orderOf } from './search-model';

const SEED = 20_261_121;
const LISTINGS = 160;
const SEARCHES = 400;
const UNITS = { apartment: 'night', item: 'day', workspace: 'hour', event: 'session', room: 'night' } as const;

function spanOf({ details }: CreateListingRequest): { readonly from: string; readonly to: string } {
  const { startsAt, endsAt } = details as { startsAt: string; endsAt: string };
  return { from: startsAt, to: endsAt };
}

describe('search, against a model that looks at every listing', () => {
  let desk: CatalogDesk;
  const hosts = HOST_NAMES.map((name) => ({ id: newId(), name }));
  const follower = newId();
  let listings: ModelListing[];

  const plans: { readonly hostId: string; readonly from: string; readonly to: string }[] = [];
  const hasPlans = (hostId: string, { from, to }: { readonly from: string; readonly to: string }) => plans.some((plan) => plan.hostId === hostId && plan.from < to && from < plan.to);

  async function make(index: number): Promise<ModelListing> {
    const one = <T>(arbitrary: fc.Arbitrary<T>, salt: number) => fc.sample(arbitrary, { seed: SEED + index * 7 + salt, numRuns: 1 })[0] as T;
    const host = hosts[index % hosts.length]!;
    // Nobody can host two events at a time, so whoever has plans offers something else.
    let offer = one(anyOffer, 0);
    for (let turn = 1; offer.kind === 'event' && hasPlans(host.id, spanOf(offer)); turn += 1) offer = one(anyOffer, turn * 100_003);
    if (offer.kind === 'event') plans.push({ hostId: host.id, ...spanOf(offer) });
    const { id } = await desk.create(offer, desk.as(host.id));
    const rating = one(fc.constantFrom({ average: 0, count: 0 }, { average: 3.5, count: 2 }, { average: 3.5, count: 9 }, { average: 4.75, count: 4 }), 1);
    const taken = one(takenOf(offer), 2);
    const { average, count } = rating;
    await desk.copies.rating({ subject: 'listing', subjectId: id, average: count > 0 ? average : null, count, histogram: [0, 0, 0, 0, 0], version: 1 }, aContext());
    await desk.copies.availability({ listingId: id, unit: UNITS[offer.kind], capacity: offer.capacity ?? 1, version: 1, segments: taken });
    return { id, ownerId: host.id, hostName: host.name, offer, rating, taken };
  }

  beforeAll(async () => {
    desk = await CatalogDesk.open();
    for (const { id, name } of hosts) {
      const facts = { id, name, email: `${id}@example.org`, roles: [], locale: 'en' as const, emailVerified: true, avatarUrl: null, createdAt: '2026-01-01T00:00:00Z', version: 1 };
      await desk.hosts.keep(facts, aContext());
    }
    await desk.copies.follow({ followerId: follower, followedId: hosts[0]!.id, following: true, version: 1 }, aContext());
    listings = [];
    for (let index = 0; index < LISTINGS; index += 1) listings.push(await make(index));
  });
  afterAll(() => desk.postgres.stop());

  async function everyPage(asked: SearchListingsRequest, context = aContext()): Promise<string[]> {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await desk.search({ ...asked, ...(cursor !== undefined && { cursor }) }, context);
      expect(page.items.length).toBeLessThanOrEqual(asked.limit ?? 20);
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return ids;
  }

  function expectSameOrder(asked: SearchListingsRequest, found: readonly string[], expected: readonly ModelListing[]): void {
    const order = orderOf(asked);
    expect([...found].sort()).toEqual(expected.map(({ id }) => id).sort());
    if (asked.sort === 'distance') {
      const byId = new Map(expected.map((listing) => [listing.id, metresBetween(listing.offer.location, { lat: asked.lat ?? 0, lng: asked.lng ?? 0 })]));
      found.forEach((id, index) => expect(byId.get(id)! - (byId.get(found[index - 1] ?? id) ?? 0)).toBeGreaterThan(-1));
    } else if (order) {
      expect(found).toEqual([...expected].sort(order).map(({ id }) => id));
    }
  }

  async function expectAgreement(asked: SearchListingsRequest, viewer: ModelViewer): Promise<number> {
    const found = await everyPage(asked, viewer.userId === undefined ? aContext() : desk.as(viewer.userId));
    const expected = listings.filter((listing) => isFound(listing, asked, viewer));
    expectSameOrder(asked, found, expected);
    return expected.length;
  }

  it('finds the same, in the same order, over all pages', async () => {
    let hits = 0;
    const now = desk.clock.now();
    await fc.assert(
      fc.asyncProperty(anySearch, fc.boolean(), async (asked, isFollower) => {
        const viewer = isFollower ? { userId: follower, follows: new Set([hosts[0]!.id]), now } : { follows: new Set<string>(), now };
        hits += await expectAgreement(asked, viewer);
      }),
      { seed: SEED, numRuns: SEARCHES },
    );
    expect(hits).toBeGreaterThan(SEARCHES);
  }, 120_000);

  const labelled = (facet: readonly { code: string; count: number }[]) => Object.fromEntries(facet.map(({ code, count }) => [code, count]));
  const counted = (labels: readonly string[]) => labels.reduce<Record<string, number>>((counts, label) => ({ ...counts, [label.toLowerCase()]: (counts[label.toLowerCase()] ?? 0) + 1 }), {});

  it('counts the same, each facet as if nothing were asked of it, whatever page is read', async () => {
    await fc.assert(
      fc.asyncProperty(anySearch, async (asked) => {
        const viewer = { follows: new Set<string>(), now: desk.clock.now() };
        const fitting = (left: Partial<SearchListingsRequest>) => listings.filter((listing) => isFound(listing, { ...asked, ...left }, viewer));
        const { total, facets } = await desk.search({ ...asked, total: true, facets: true });
        expect(total).toEqual({ count: fitting({}).length, isExact: true });
        expect(labelled(facets?.categories ?? [])).toEqual(counted(fitting({ category: undefined }).flatMap(({ offer }) => offer.category ?? [])));
        expect(labelled(facets?.amenities ?? [])).toEqual(counted(fitting({}).flatMap(({ offer }) => offer.amenities ?? [])));
        const priced = fitting({ priceMin: undefined, priceMax: undefined }).map(({ offer }) => offer.price.amount);
        for (const { from, to, count } of facets?.prices ?? []) expect(count).toBe(priced.filter((amount) => amount >= from && amount < to).length);
        expect((facets?.prices ?? []).reduce((sum, { count }) => sum + count, 0)).toBe(priced.length);
        for (const { atLeast, count } of facets?.ratings ?? []) expect(count).toBe(fitting({ ratingMin: undefined }).filter(({ rating }) => rating.average >= atLeast).length);
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  it('shows owners their own listings of any status with the same filters', async () => {
    const status = fc.constantFrom('draft' as const, 'inactive' as const, 'active' as const, 'any' as const);
    const host = hosts[1]!;
    await fc.assert(
      fc.asyncProperty(anySearch, status, async (asked, wanted) => {
        await expectAgreement({ ...asked, hostId: host.id, status: wanted }, { userId: host.id, follows: new Set(), now: desk.clock.now() });
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  it.each(['newest', 'price', '-price', 'rating', 'distance'] as const)('misses and repeats nothing by %s while listings are added between pages', async (sort) => {
    const asked: SearchListingsRequest = { sort, limit: 9, ...(sort === 'distance' && { lat: 10, lng: 20 }) };
    const before = await everyPage(asked);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await desk.search({ ...asked, cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
      listings.push(await make(listings.length));
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(seen.length);
    const old = new Set(before);
    expect(seen.filter((id) => old.has(id))).toEqual(before);
  });
});

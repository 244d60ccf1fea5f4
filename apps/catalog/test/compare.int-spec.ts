import { newId } from '@bookable/kernel';
import { aContext } from '@bookable/platform-testing';
import { CatalogDesk } from './catalog-desk';
import { anApartment, anEvent, aWorkspace } from './sample-listings';

describe('comparing listings', () => {
  let desk: CatalogDesk;
  const host = newId();
  let flat: string;
  let dear: string;
  let office: string;

  const make = async (offer: Parameters<CatalogDesk['create']>[0]) => (await desk.create(offer, desk.as(host))).id;
  const notThere = { problem: { code: 'not-found' }, detail: expect.not.stringMatching(/[0-9a-f]{8}-/) };

  beforeAll(async () => {
    desk = await CatalogDesk.open();
    flat = await make(anApartment({ amenities: ['wifi', 'sauna'] }));
    dear = await make(anApartment({ amenities: ['Wifi'], price: { currency: 'USD', per: 'night', amount: 30_000 } }));
    office = await make(aWorkspace());
  });
  afterAll(() => desk.postgres.stop());

  it('keeps the order asked for, and says what differs and who has what', async () => {
    const { listings, rows, amenities } = await desk.compare.execute({ ids: [office, dear, flat] }, aContext());
    expect(listings.map(({ id }) => id)).toEqual([office, dear, flat]);
    expect(rows).toContainEqual({ attribute: 'price', values: [500, 30_000, 12_000], differs: true });
    expect(rows).toContainEqual({ attribute: 'guests', values: [null, 4, 4], differs: true });
    expect(rows).toContainEqual({ attribute: 'approval', values: ['instant', 'request', 'request'], differs: true });
    expect(amenities).toEqual([{ name: 'wifi', has: [false, true, true], differs: true }, { name: 'sauna', has: [false, false, true], differs: true }]);
  });

  it('prices all of them for the dates by one question, and without booking has no prices', async () => {
    const dates = { from: '2027-01-10', to: '2027-01-13' };
    const quote = { total: { amount: 36_000, currency: 'USD' }, lines: [] };
    desk.others.answers.set('booking.quote-listings', ({ listingIds }: { listingIds: string[] }) => listingIds.map((listingId) => ({ listingId, quote, available: listingId === flat })));
    desk.others.asked.length = 0;
    const { rows } = await desk.compare.execute({ ids: [flat, dear], ...dates }, aContext());
    expect(rows).toContainEqual({ attribute: 'total', values: [36_000, 36_000], differs: false });
    expect(rows).toContainEqual({ attribute: 'available', values: [true, false], differs: true });
    expect(desk.others.asked).toHaveLength(1);
    desk.others.answers.clear();
    expect((await desk.compare.execute({ ids: [flat, dear], ...dates }, aContext())).rows.map(({ attribute }) => attribute)).not.toContain('total');
  });

  it('finds nothing where one of them is missing, a draft, or for followers, and names none', async () => {
    const draft = await make(anApartment({ status: 'draft' }));
    const details = { startsAt: '2026-12-05T19:00:00Z', endsAt: '2026-12-05T22:00:00Z', privacy: 'followers' as const, paid: false };
    const secret = await make(anEvent({ details }));
    for (const hidden of [newId(), draft, secret]) await expect(desk.compare.execute({ ids: [flat, hidden] }, aContext())).rejects.toMatchObject(notThere);
    const follower = newId();
    await desk.copies.follow({ followerId: follower, followedId: host, following: true, version: 1 }, aContext());
    expect((await desk.compare.execute({ ids: [flat, secret] }, desk.as(follower))).listings).toHaveLength(2);
  });

  it('refuses dates that make no sense', async () => {
    await expect(desk.compare.execute({ ids: [flat, dear], from: '2027-01-10' }, aContext())).rejects.toMatchObject({ facts: { errors: [{ path: 'to' }] } });
  });
});

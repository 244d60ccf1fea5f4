import type { ListingFacts } from '@bookable/contracts-catalog';
import { NotFound } from '@bookable/kernel';
import { aContext } from '@bookable/platform-testing';
import { ReviewDesk, type Stay } from './review-desk';

describe('what is said of an event for followers', () => {
  let desk: ReviewDesk;
  let stay: Stay;
  let reviewId: string;

  const tell = (privacy: string, version: number) => {
    const details = { privacy, startsAt: '2026-11-20T18:00:00Z', endsAt: '2026-11-20T21:00:00Z', paid: false };
    return desk.keepAudience.execute({ id: stay.listingId, ownerId: stay.ownerId, details, version } as ListingFacts, aContext());
  };
  const reviews = async (reader = desk.nobody()) => (await desk.find.execute({ subject: 'listing', subjectId: stay.listingId }, reader)).items.length;
  const counted = async (reader = desk.nobody()) => (await desk.rating.execute({ subject: 'listing', subjectId: stay.listingId }, reader)).count;
  const told = async (reader = desk.nobody()) => [await reviews(reader), await counted(reader)];
  const stranger = () => desk.as(stay.listingId);

  beforeAll(async () => {
    desk = await ReviewDesk.open();
  });
  beforeEach(async () => {
    stay = desk.aStay();
    ({ id: reviewId } = await desk.write.execute({ bookingId: stay.id, subject: 'listing', stars: 5, text: 'Silent.' }, desk.as(stay.renterId)));
    await desk.write.execute({ bookingId: stay.id, subject: 'guest', stars: 5, text: 'Quiet.' }, desk.as(stay.ownerId));
  });
  afterAll(() => desk.postgres.stop());

  it('is there for everybody as long as the event is, and for those who follow the host, and the host, from then on', async () => {
    expect(await told()).toEqual([1, 1]);
    await tell('followers', 2);
    expect([await told(), await told(stranger())]).toEqual([[0, 0], [0, 0]]);
    expect(await told(desk.as(stay.ownerId))).toEqual([1, 1]);
    await desk.follows.set(desk.postgres.database, stay.listingId, stay.ownerId, true, desk.clock.now());
    expect(await told(stranger())).toEqual([1, 1]);
    await desk.follows.set(desk.postgres.database, stay.listingId, stay.ownerId, false, desk.clock.now());
    expect(await told(stranger())).toEqual([0, 0]);
  });

  it('is not opened again by old news', async () => {
    await tell('followers', 3);
    await tell('everyone', 2);
    expect(await told()).toEqual([0, 0]);
    await tell('everyone', 4);
    expect(await told()).toEqual([1, 1]);
  });

  it('can be reported by whoever can read it', async () => {
    await tell('followers', 2);
    const report = (reader: ReturnType<typeof stranger>) => desk.report.execute({ reviewId, reason: 'Unkind.' }, reader);
    await expect(report(stranger())).rejects.toMatchObject({ problem: NotFound });
    await expect(report(desk.as(stay.ownerId))).resolves.toBeUndefined();
  });

  it('goes for what is said of the people who met there, but for themselves, and their ratings count it', async () => {
    await tell('followers', 2);
    const ofGuest = { subject: 'user', subjectId: stay.renterId } as const;
    const read = async (reader: ReturnType<typeof stranger>) => (await desk.find.execute(ofGuest, reader)).items.length;
    expect([await read(desk.nobody()), await read(stranger()), await read(desk.as(stay.renterId)), await read(desk.as(stay.ownerId))]).toEqual([0, 0, 1, 1]);
    expect((await desk.rating.execute(ofGuest, desk.nobody())).count).toBe(1);
  });
});

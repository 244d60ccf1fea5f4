import { RatingChanged, ReviewPublished } from '@bookable/contracts-review';
import { aContextOf, anAdmin, waitUntil } from '@bookable/platform-testing';
import { ReviewDesk, type Stay } from './review-desk';

const refused = (code: string) => expect.objectContaining({ problem: expect.objectContaining({ code }) });
const FOURTEEN_DAYS_MS = 14 * 86_400_000;

describe('reviews of a stay', () => {
  let desk: ReviewDesk;
  let stay: Stay;

  const ofListing = (stars = 5, text = 'Sunny.') => desk.write.execute({ bookingId: stay.id, subject: 'listing', stars, text }, desk.as(stay.renterId));
  const ofGuest = (stars = 4, text = 'Tidy.') => desk.write.execute({ bookingId: stay.id, subject: 'guest', stars, text }, desk.as(stay.ownerId));
  const readers = async () => (await desk.find.execute({ subject: 'listing', subjectId: stay.listingId }, desk.nobody())).items;
  const rating = () => desk.rating.execute({ subject: 'listing', subjectId: stay.listingId }, desk.nobody());

  beforeAll(async () => {
    desk = await ReviewDesk.open();
  });
  beforeEach(() => {
    desk.clock.time = new Date('2026-11-21T12:00:00Z');
    stay = desk.aStay();
  });
  afterAll(() => desk.postgres.stop());

  it('stay hidden until both sides have written, but for their authors', async () => {
    await ofListing();
    expect(await readers()).toEqual([]);
    const own = await desk.find.execute({ subject: 'listing', subjectId: stay.listingId }, desk.as(stay.renterId));
    expect(own.items).toMatchObject([{ stars: 5, published: false }]);

    await ofGuest();
    expect(await readers()).toMatchObject([{ stars: 5, published: true }]);
    expect(await rating()).toEqual({ average: 5, bayesianAverage: 3.75, count: 1, histogram: [0, 0, 0, 0, 1] });
  });

  it('are both shown when both sides write at the same moment', async () => {
    const written = await Promise.all([ofListing(), ofGuest()]);
    expect(written).toHaveLength(2);
    expect(await readers()).toHaveLength(1);
    const told = await waitUntil(() => desk.postgres.events.of(ReviewPublished).filter((facts) => facts.bookingId === stay.id).length === 2);
    expect(told).toBe(true);
  });

  it('are shown 14 days after completion though the other side stays silent, once by two replicas', async () => {
    await ofListing(3);
    desk.clock.time = new Date(desk.clock.time.getTime() + FOURTEEN_DAYS_MS - 1);
    await desk.publish.due();
    expect(await readers()).toEqual([]);

    desk.clock.time = new Date(desk.clock.time.getTime() + 1);
    await Promise.all([desk.publish.due(), desk.publish.due()]);
    expect(await readers()).toMatchObject([{ stars: 3, published: true }]);
    expect(await rating()).toMatchObject({ count: 1 });
  });

  it('are shown at once when they come after the blind period', async () => {
    stay = desk.aStay({ updatedAt: new Date(desk.clock.time.getTime() - FOURTEEN_DAYS_MS).toISOString() });
    expect(await ofListing(2)).toMatchObject({ published: true });
    expect(await rating()).toMatchObject({ average: 2, count: 1 });
  });

  it('are refused before the stay has ended', async () => {
    stay = desk.aStay({ status: 'in_progress' });
    await expect(ofListing()).rejects.toEqual(refused('not-completed'));
    desk.booking.bookings.set(stay.id, { ...desk.booking.bookings.get(stay.id)!, status: 'completed' });
    await expect(ofListing()).resolves.toMatchObject({ published: false });
  });

  it('are refused to strangers, to the wrong side and to nobody in particular', async () => {
    const review = { bookingId: stay.id, stars: 1, text: '' } as const;
    await expect(desk.write.execute({ ...review, subject: 'listing' }, desk.as(stay.listingId))).rejects.toEqual(refused('not-found'));
    await expect(desk.write.execute({ ...review, subject: 'guest' }, desk.as(stay.renterId))).rejects.toEqual(refused('not-yours-to-review'));
    await expect(desk.write.execute({ ...review, subject: 'host' }, desk.as(stay.ownerId))).rejects.toEqual(refused('not-yours-to-review'));
    await expect(desk.write.execute({ ...review, subject: 'host' }, desk.nobody())).rejects.toEqual(refused('unauthenticated'));
  });

  it('are taken once, also when ten come at once and after one was taken back', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 10 }, () => ofListing()));
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
    const [own] = (await desk.find.execute({ subject: 'listing', subjectId: stay.listingId }, desk.as(stay.renterId))).items;
    await desk.delete.execute({ reviewId: own!.id }, desk.as(stay.renterId));
    await expect(ofListing()).rejects.toEqual(refused('already-reviewed'));
  });

  it('count anew when they are edited or taken back, and keep what stood before', async () => {
    const review = await ofListing(1, 'Cold.');
    await ofGuest();
    await desk.edit.execute({ reviewId: review.id, stars: 4, text: 'Warm, in the end.' }, desk.as(stay.renterId));
    expect(await rating()).toEqual({ average: 4, bayesianAverage: 3.58, count: 1, histogram: [0, 0, 0, 1, 0] });
    const revisions = await desk.postgres.database.query('SELECT stars, text FROM review_revision WHERE review_id = $1', [review.id]);
    expect(revisions).toEqual([{ stars: 1, text: 'Cold.' }]);

    await desk.delete.execute({ reviewId: review.id }, desk.as(stay.renterId));
    expect(await rating()).toEqual({ average: null, bayesianAverage: null, count: 0, histogram: [0, 0, 0, 0, 0] });
    expect(await readers()).toEqual([]);
  });

  it('are edited by nobody but their author', async () => {
    const review = await ofListing();
    const change = { reviewId: review.id, stars: 1, text: 'Forged.' };
    await expect(desk.edit.execute(change, desk.as(stay.ownerId))).rejects.toEqual(refused('not-found'));
    await ofGuest();
    await expect(desk.edit.execute(change, desk.as(stay.ownerId))).rejects.toEqual(refused('forbidden'));
    await expect(desk.delete.execute(change, desk.as(stay.ownerId))).rejects.toEqual(refused('forbidden'));
  });

  it('tell the rating with growing versions, an imported one included', async () => {
    const admin = aContextOf(anAdmin());
    await desk.importRating.execute({ listingId: stay.listingId, source: 'elsewhere', average: 4.81, count: 306, reviews: [{ externalId: '1', writtenOn: '2024-02-29' }] }, admin);
    expect(await desk.postgres.database.query('SELECT written_on::text AS "writtenOn" FROM imported_review WHERE listing_id = $1', [stay.listingId])).toEqual([{ writtenOn: '2024-02-29' }]);
    expect(await rating()).toMatchObject({ average: 4.81, count: 306 });
    await ofListing(1);
    await ofGuest();
    expect(await rating()).toMatchObject({ average: 4.8, count: 307 });
    const told = await waitUntil(() => {
      const facts = desk.postgres.events.of(RatingChanged).filter((one) => one.subjectId === stay.listingId);
      return facts.length === 2 ? facts : undefined;
    });
    expect(told.map((facts) => facts.version)).toEqual([1, 2]);
    await expect(desk.importRating.execute({ listingId: stay.listingId, source: 'x', average: 5, count: 1 }, desk.as(stay.ownerId))).rejects.toEqual(refused('forbidden'));
  });

  it('count once what is carried over twice or many times at once, and beside what was written here', async () => {
    await Promise.all([ofListing(4), ofGuest()]);
    const admin = aContextOf(anAdmin());
    const carriedOver = { listingId: stay.listingId, source: 'elsewhere', average: 5, count: 3, reviews: [{ externalId: `of ${stay.listingId}`, writtenOn: '2024-02-29' }] };
    await Promise.all(Array.from({ length: 8 }, () => desk.importRating.execute(carriedOver, admin)));
    expect(await rating()).toEqual({ average: 4.75, bayesianAverage: 4.06, count: 4, histogram: [0, 0, 0, 1, 0] });
    const kept = await desk.postgres.database.query('SELECT external_id FROM imported_review WHERE listing_id = $1', [stay.listingId]);
    expect(kept).toHaveLength(1);
  });
});

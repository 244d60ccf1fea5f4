import { createHash } from 'node:crypto';
import type { ReviewView } from '@bookable/contracts-review';
import { aContextOf, anAdmin } from '@bookable/platform-testing';
import { ReviewDesk, type Stay } from './review-desk';

const refused = (code: string) => expect.objectContaining({ problem: expect.objectContaining({ code }) });

describe('what becomes of a review', () => {
  const admin = aContextOf(anAdmin());
  let desk: ReviewDesk;
  let stay: Stay;
  let review: ReviewView;

  const shown = async (reader = desk.nobody()) => (await desk.find.execute({ subject: 'listing', subjectId: stay.listingId }, reader)).items;
  const count = async () => (await desk.rating.execute({ subject: 'listing', subjectId: stay.listingId }, desk.nobody())).count;
  const author = () => desk.as(stay.renterId);
  const report = (by: string) => desk.report.execute({ reviewId: review.id, reason: 'It names me.' }, desk.as(by));
  const waiting = async () => (await desk.moderated.execute({}, admin)).items.filter(({ id }) => id === review.id);

  beforeAll(async () => {
    desk = await ReviewDesk.open();
  });
  beforeEach(async () => {
    stay = desk.aStay();
    review = await desk.write.execute({ bookingId: stay.id, subject: 'listing', stars: 4, text: 'Тихо.\nAnd sunny.' }, author());
    await desk.write.execute({ bookingId: stay.id, subject: 'guest', stars: 5, text: '' }, desk.as(stay.ownerId));
  });
  afterAll(() => desk.postgres.stop());

  it('is sealed: whoever reads it can reckon the hash that its author was shown', async () => {
    const [read] = await shown();
    const { salt, hash } = read!.seal!;
    expect(read!.seal).toEqual(review.seal);
    expect(createHash('sha256').update(`${salt}\n${stay.id}\nlisting\n4\nТихо.\nAnd sunny.`).digest('hex')).toBe(hash);
  });

  it('is sealed anew when it is changed; its author and administrators read what it said, with the old seal, and nobody else', async () => {
    for (const text of ['Loud.', 'Quiet.']) await desk.edit.execute({ reviewId: review.id, stars: 2, text }, author());
    const { items, nextCursor } = await desk.revisions.execute({ reviewId: review.id, limit: 1 }, author());
    expect(items).toMatchObject([{ stars: 2, text: 'Loud.' }]);
    expect((await desk.revisions.execute({ reviewId: review.id, cursor: nextCursor! }, admin)).items).toMatchObject([{ stars: 4, text: 'Тихо.\nAnd sunny.', seal: review.seal }]);
    const [read] = await shown();
    expect(read!.seal!.salt).not.toBe(review.seal!.salt);
    await expect(desk.revisions.execute({ reviewId: review.id }, desk.as(stay.ownerId))).rejects.toEqual(refused('forbidden'));
  });

  it('is hidden and restored by administrators, with a record; hidden it does not count, and its author reads why', async () => {
    await report(stay.ownerId);
    expect(await waiting()).toMatchObject([{ reports: [{ reporterId: stay.ownerId, reason: 'It names me.' }], decisions: [] }]);
    for (let time = 0; time < 2; time += 1) await desk.moderate.hide({ reviewId: review.id, reason: 'It does.' }, admin);
    expect(await desk.postgres.database.query('SELECT action, role, reason, affected::text[] FROM audit_entry WHERE subject = $1', [`review ${review.id}`])).toEqual([
      { action: 'review.review.hidden', role: 'admin', reason: 'It does.', affected: [stay.renterId] },
    ]);
    expect([await shown(), await count(), await waiting()]).toEqual([[], 0, []]);
    expect(await shown(author())).toMatchObject([{ id: review.id, hiddenBecause: 'It does.' }]);
    expect((await desk.moderated.execute({ state: 'hidden' }, admin)).items).toMatchObject([{ id: review.id, decisions: [{ decision: 'hidden' }] }]);

    const restored = await desk.moderate.restore({ reviewId: review.id, reason: 'It did no more.' }, admin);
    expect(restored.decisions.map(({ decision, reason }) => [decision, reason])).toEqual([['hidden', 'It does.'], ['restored', 'It did no more.']]);
    expect([(await shown()).length, await count()]).toEqual([1, 1]);
  });

  it('is hidden once by many at once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => desk.moderate.hide({ reviewId: review.id, reason: 'Unkind.' }, admin)));
    expect((await desk.moderate.restore({ reviewId: review.id, reason: 'Kind.' }, admin)).decisions).toHaveLength(2);
    expect(await count()).toBe(1);
  });

  it('may stand though it was reported, until somebody else reports it', async () => {
    await report(stay.ownerId);
    expect((await desk.moderate.restore({ reviewId: review.id, reason: 'Fair.' }, admin)).decisions).toMatchObject([{ decision: 'kept' }]);
    await report(stay.ownerId);
    expect(await waiting()).toEqual([]);
    await report(stay.listingId);
    expect(await waiting()).toHaveLength(1);
  });

  it('changes no rating while it is hidden, edited or taken back', async () => {
    await desk.moderate.hide({ reviewId: review.id, reason: 'Unkind.' }, admin);
    await desk.edit.execute({ reviewId: review.id, stars: 1, text: 'Kinder.' }, author());
    expect(await count()).toBe(0);
    await desk.moderate.restore({ reviewId: review.id, reason: 'Kinder.' }, admin);
    expect(await desk.rating.execute({ subject: 'listing', subjectId: stay.listingId }, desk.nobody())).toMatchObject({ count: 1, average: 1 });
    await desk.moderate.hide({ reviewId: review.id, reason: 'Again.' }, admin);
    await desk.delete.execute({ reviewId: review.id }, author());
    expect(await count()).toBe(0);
  });

  it('is decided of by nobody but administrators, and only once it is shown', async () => {
    const asked = { reviewId: review.id, reason: 'I do not like it.' };
    for (const context of [author(), desk.as(stay.ownerId), desk.nobody()]) {
      await expect(desk.moderate.hide(asked, context)).rejects.toEqual(refused('forbidden'));
      await expect(desk.moderate.restore(asked, context)).rejects.toEqual(refused('forbidden'));
      await expect(desk.moderated.execute({}, context)).rejects.toEqual(refused('forbidden'));
    }
    stay = desk.aStay();
    const blind = await desk.write.execute({ bookingId: stay.id, subject: 'host', stars: 1, text: '' }, author());
    await expect(desk.moderate.hide({ ...asked, reviewId: blind.id }, admin)).rejects.toEqual(refused('not-found'));
  });
});

describe('what is told of a person', () => {
  let desk: ReviewDesk;

  beforeAll(async () => {
    desk = await ReviewDesk.open();
  });
  afterAll(() => desk.postgres.stop());

  it('is what others say of them, what they say of others, and what they were at, in pages', async () => {
    const first = desk.aStay({ kind: 'event' });
    const [guest, host] = [desk.as(first.renterId), desk.as(first.ownerId)];
    const second = desk.aStay({ ownerId: first.renterId, updatedAt: '2026-11-22T12:00:00.000Z' });
    await desk.write.execute({ bookingId: first.id, subject: 'event', stars: 5, text: 'A fine film.' }, guest);
    await desk.write.execute({ bookingId: first.id, subject: 'host', stars: 4, text: 'A fine host.' }, guest);
    expect((await desk.history.execute({ userId: first.renterId }, desk.nobody())).items).toEqual([]);
    await desk.write.execute({ bookingId: first.id, subject: 'guest', stars: 3, text: 'Came late.' }, host);
    await desk.write.execute({ bookingId: second.id, subject: 'listing', stars: 2, text: '' }, desk.as(second.renterId));
    await desk.write.execute({ bookingId: second.id, subject: 'guest', stars: 2, text: '' }, desk.as(first.renterId));

    const of = async (side: 'received' | 'written') => (await desk.find.ofUser({ userId: first.renterId, side }, desk.nobody())).items.map(({ subject }) => subject);
    expect([await of('received'), await of('written')]).toEqual([['guest'], ['guest', 'host', 'event']]);
    const page = await desk.history.execute({ userId: first.renterId, limit: 1 }, desk.nobody());
    expect(page.items).toMatchObject([{ bookingId: second.id, role: 'owner' }]);
    const next = await desk.history.execute({ userId: first.renterId, limit: 1, cursor: page.nextCursor! }, desk.nobody());
    expect(next.items).toMatchObject([{ bookingId: first.id, role: 'renter', reviews: [{ subject: 'event' }, { subject: 'host' }, { subject: 'guest' }] }]);
    expect(next.nextCursor).toBeNull();
  });

  it('an event is reviewed once, under one name or the other, and nothing else is called one', async () => {
    const event = desk.aStay({ kind: 'event' });
    const write = (stay: Stay, subject: 'event' | 'listing') => desk.write.execute({ bookingId: stay.id, subject, stars: 5, text: '' }, desk.as(stay.renterId));
    await write(event, 'event');
    for (const subject of ['event', 'listing'] as const) await expect(write(event, subject)).rejects.toEqual(refused('already-reviewed'));
    await expect(write(desk.aStay(), 'event')).rejects.toEqual(refused('not-an-event'));
  });
});

import { FindScheduleClash, type FindScheduleClashRequest } from '@bookable/contracts-booking';
import type { EventDetailsView } from '@bookable/contracts-catalog';
import { newId } from '@bookable/kernel';
import { CatalogDesk } from './catalog-desk';
import { anEvent } from './sample-listings';

const refused = (code: string, facts: object = {}) => expect.objectContaining({ problem: expect.objectContaining({ code }), facts });
const evening = (differences: Partial<EventDetailsView> = {}) =>
  anEvent({ details: { movieId: 'metropolis', startsAt: '2026-12-05T19:00:00+03:00', endsAt: '2026-12-05T22:00:00+03:00', privacy: 'everyone', paid: false, ...differences } });

describe('The plans of a host', () => {
  let desk: CatalogDesk;
  let host: ReturnType<CatalogDesk['as']>;
  let hostId: string;

  beforeAll(async () => {
    desk = await CatalogDesk.open();
  });
  beforeEach(() => {
    hostId = newId();
    host = desk.as(hostId);
    desk.others.answers.clear();
    desk.others.answers.set(FindScheduleClash.topic, () => ({}));
    desk.others.answers.set('booking.close-resource', () => undefined);
  });
  afterAll(() => desk.postgres.stop());

  it('have one event for a film at a moment, however that is written, and of five at once one is made', async () => {
    await desk.create(evening(), host);
    await expect(desk.create(evening({ startsAt: '2026-12-05T16:00:00Z' }), host)).rejects.toEqual(refused('duplicate-event'));
    const atOnce = await Promise.allSettled([1, 2, 3, 4, 5].map(() => desk.create(evening({ startsAt: '2026-12-05T12:00:00Z', endsAt: '2026-12-05T15:00:00Z' }), host)));
    expect(atOnce.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('may have the same film right after, another draft at that moment, and what others show', async () => {
    await desk.create(evening(), host);
    await expect(desk.create(evening({ startsAt: '2026-12-05T22:00:00+03:00', endsAt: '2026-12-06T01:00:00+03:00' }), host)).resolves.toMatchObject({ status: 'active' });
    await expect(desk.create({ ...evening({ movieId: 'sunrise' }), status: 'draft' }, host)).resolves.toMatchObject({ status: 'draft' });
    await expect(desk.create(evening(), desk.as(newId()))).resolves.toMatchObject({ status: 'active' });
  });

  it('have no room for two events at a time, announced, published or moved, and of five at once one is made', async () => {
    const first = await desk.create(evening(), host);
    const clash = refused('schedule-clash', { otherListingId: first.id });
    await expect(desk.create(anEvent(), host)).rejects.toEqual(clash);
    await expect(desk.create(evening({ movieId: 'sunrise', startsAt: '2026-12-05T21:59:00+03:00', endsAt: '2026-12-06T01:00:00+03:00' }), host)).rejects.toEqual(clash);
    const draft = await desk.create({ ...evening({ movieId: 'sunrise' }), status: 'draft' }, host);
    await expect(desk.update({ id: draft.id, status: 'active' }, host)).rejects.toEqual(clash);
    const later = await desk.create(evening({ movieId: 'nosferatu', startsAt: '2026-12-06T19:00:00+03:00', endsAt: '2026-12-06T22:00:00+03:00' }), host);
    await expect(desk.update({ id: later.id, details: evening({ movieId: 'nosferatu' }).details }, host)).rejects.toEqual(clash);
    await expect(desk.update({ id: first.id, title: 'Another evening' }, host)).resolves.toMatchObject({ title: 'Another evening' });
    const atOnce = await Promise.allSettled([1, 2, 3, 4, 5].map((film) => desk.create(evening({ movieId: `film ${film}`, startsAt: '2026-12-05T12:00:00Z', endsAt: '2026-12-05T15:00:00Z' }), host)));
    expect(atOnce.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await desk.archiveListing.execute({ id: first.id }, host);
    await expect(desk.update({ id: draft.id, status: 'active' }, host)).resolves.toMatchObject({ status: 'active' });
  });

  it('are free again for what was moved away or archived', async () => {
    const { id } = await desk.create(evening(), host);
    const other = await desk.create(evening({ movieId: 'sunrise', startsAt: '2026-12-07T19:00:00+03:00', endsAt: '2026-12-07T22:00:00+03:00' }), host);
    await expect(desk.update({ id: other.id, details: evening().details }, host)).rejects.toEqual(refused('duplicate-event'));
    await desk.update({ id, details: evening({ startsAt: '2026-12-05T16:00:00+03:00', endsAt: '2026-12-05T19:00:00+03:00' }).details }, host);
    await expect(desk.update({ id: other.id, details: evening().details }, host)).resolves.toMatchObject({ version: 2 });
    await desk.archiveListing.execute({ id }, host);
    await expect(desk.create(evening({ startsAt: '2026-12-05T16:00:00+03:00', endsAt: '2026-12-05T19:00:00+03:00' }), host)).resolves.toMatchObject({ status: 'active' });
  });

  it('leave no time for an event while they are a guest elsewhere, when it is announced, published or moved', async () => {
    const otherListingId = newId();
    const isTaken = ({ userId, from }: FindScheduleClashRequest) => (userId === hostId && Date.parse(from) === Date.parse('2026-12-05T19:00:00+03:00') ? { otherListingId } : {});
    desk.others.answers.set(FindScheduleClash.topic, isTaken as never);
    const clash = refused('schedule-clash', { otherListingId });
    await expect(desk.create(evening(), host)).rejects.toEqual(clash);
    const { id } = await desk.create({ ...evening(), status: 'draft' }, host);
    await expect(desk.update({ id, status: 'active' }, host)).rejects.toEqual(clash);
    await desk.update({ id, status: 'active', details: evening({ startsAt: '2026-12-05T20:00:00+03:00' }).details }, host);
    await expect(desk.update({ id, details: evening().details }, host)).rejects.toEqual(clash);
    await expect(desk.update({ id, title: 'Another evening' }, host)).resolves.toMatchObject({ title: 'Another evening' });
  });

  it('do not wait for a booking service that is down', async () => {
    desk.others.answers.delete(FindScheduleClash.topic);
    await expect(desk.create(evening(), host)).resolves.toMatchObject({ status: 'active' });
  });
});

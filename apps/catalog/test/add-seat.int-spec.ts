import { newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { AddSeat } from '../src/application/add-seat';
import { CatalogDesk } from './catalog-desk';
import { anApartment, anEvent } from './sample-listings';

describe('A seat that is added to an event', () => {
  let desk: CatalogDesk;
  let addSeat: AddSeat;
  const hostId = newId();
  const host = () => desk.as(hostId);
  const keyed = (key: string): MessageContext => ({ ...host(), idempotencyKey: key });
  let evenings = 0;
  /** Nobody hosts two events at a time, so each is on an evening of its own. */
  const anOwnEvent = (capacity = 5) => {
    const on = `2026-12-${10 + (evenings += 1)}`;
    return desk.create({ ...anEvent({ details: { startsAt: `${on}T19:00:00+03:00`, endsAt: `${on}T22:00:00+03:00`, privacy: 'everyone', paid: false } }), capacity }, host());
  };

  beforeAll(async () => {
    desk = await CatalogDesk.open();
    addSeat = new AddSeat(desk.postgres.database, desk.clock, desk.listings);
    desk.others.answers.set('booking.find-schedule-clash', () => ({}));
  });
  afterAll(() => desk.postgres.stop());

  it('is one for each that is asked for, and one for a command that comes again', async () => {
    const { id } = await anOwnEvent();
    const facts = await Promise.all([1, 2, 3].map((key) => addSeat.execute({ id }, keyed(`seat ${key} of ${id}`))));
    expect(facts.map(({ capacity }) => capacity).sort()).toEqual([6, 7, 8]);
    expect((await addSeat.execute({ id }, keyed(`seat 1 of ${id}`))).version).toBeLessThanOrEqual(4);
    expect(await desk.get(id)).toMatchObject({ capacity: 8, version: 4 });
  });

  it('is the host\'s to add, and only to an event that is not archived', async () => {
    const [event, flat] = [await anOwnEvent(), await desk.create(anApartment(), host())];
    await expect(addSeat.execute({ id: event.id }, desk.as(newId()))).rejects.toMatchObject({ problem: { code: 'not-your-listing' } });
    await expect(addSeat.execute({ id: flat.id }, host())).rejects.toMatchObject({ problem: { code: 'not-found' } });
    desk.others.answers.set('booking.close-resource', () => undefined);
    await desk.archiveListing.execute({ id: event.id }, host());
    await expect(addSeat.execute({ id: event.id }, host())).rejects.toMatchObject({ problem: { code: 'wrong-listing-status' } });
  });

  it('is not added to the largest event there is', async () => {
    const { id } = await anOwnEvent(100_000);
    await expect(addSeat.execute({ id }, host())).rejects.toMatchObject({ problem: { code: 'too-many-seats' } });
  });
});

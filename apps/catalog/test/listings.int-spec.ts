import { newId } from '@bookable/kernel';
import { CatalogDesk } from './catalog-desk';
import { anApartment } from './sample-listings';

describe('listings', () => {
  let desk: CatalogDesk;

  beforeAll(async () => {
    desk = await CatalogDesk.open();
  });
  afterAll(() => desk.postgres.stop());

  it('are found as soon as they are made', async () => {
    const owner = desk.as(newId());
    const made = await desk.create(anApartment({ tags: ['River', ' river '] }), owner);
    expect(made).toMatchObject({ status: 'active', version: 1, tags: ['River'], rating: { average: null, count: 0 }, photos: [] });
    expect(await desk.get(made.id)).toEqual(made);
    const { items } = await desk.search({ city: 'ALBANY' });
    expect(items).toMatchObject([{ id: made.id, price: { amount: 12_000, currency: 'USD' } }]);
  });
});

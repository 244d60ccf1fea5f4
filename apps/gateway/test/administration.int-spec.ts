import { newId } from '@bookable/kernel';
import { OpenedGateway } from './opened-gateway';

const DOORS = [['POST', '/api/admin/people'], ['POST', '/api/admin/listings'], ['PUT', `/api/admin/ratings/listing/${newId()}`]] as const;
const apartment = {
  kind: 'apartment', title: 'Loft', description: '', location: { city: 'Albany', lat: 42.65, lng: -73.75 }, timeZone: 'America/New_York',
  price: { currency: 'USD', per: 'night', amount: 12_000 }, details: { rooms: 2, beds: 2, guests: 4 },
};

describe('What only administrators may ask', () => {
  let gateway: OpenedGateway;
  const admin = () => gateway.key.token({ roles: ['renter', 'admin'] });

  beforeAll(async () => {
    gateway = await OpenedGateway.open({ RATE_LIMIT_FACTOR: '0.05' });
  });

  afterAll(() => gateway.close());

  it.each(DOORS)('%s %s is refused to strangers and to everybody else who is signed in, before anything is read', async (method, path) => {
    expect((await gateway.call(method, path, { body: {} })).status).toBe(401);
    expect((await gateway.call(method, path, { body: {}, token: gateway.key.token({ roles: ['renter', 'landlord'] }) })).status).toBe(403);
  });

  it('is checked all the way down into the listing, by its kind', async () => {
    const wrong = { ...apartment, details: { rooms: 2, beds: 2 }, title: '' };
    const answer = await gateway.call('POST', '/api/admin/listings', { body: { source: 'elsewhere', externalId: '1', ownerId: newId(), listing: wrong }, token: admin() });
    expect([answer.status, (answer.json().errors as { path: string }[]).map(({ path }) => path).sort()]).toEqual([400, ['listing.details.guests', 'listing.title']]);
  });

  it('reaches the service whole, with thousands of reviews', async () => {
    const listingId = newId();
    const reviews = Array.from({ length: 5_000 }, (_, index) => ({ externalId: `10000000000000${index}`, writtenOn: '2024-10-24' }));
    const body = { source: 'elsewhere', average: 4.75, count: 5_000, reviews };
    const answer = await gateway.call('PUT', `/api/admin/ratings/listing/${listingId}`, { body, token: admin() });
    expect(answer.status).toBe(200);
    expect(gateway.services.of('review.import-rating').at(-1)?.request).toEqual({ listingId, ...body });
  });

  it('is not slowed down where everybody else would be', async () => {
    const token = admin();
    const body = { source: 'elsewhere', externalId: '1', ownerId: newId(), listing: apartment };
    const answers = await Promise.all(Array.from({ length: 100 }, () => gateway.call('POST', '/api/admin/listings', { body, token })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(answers[0]!.headers.get('ratelimit-limit')).toBe('1500');
  });
});

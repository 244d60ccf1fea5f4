import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { CreateListingRequest } from './create-listing.command';
import { EventDetailsView } from './event-details.view';
import { SearchListingsRequest } from './search-listings.query';
import { UpdateListingRequest } from './update-listing.command';
import { WorkspaceDetailsView } from './workspace-details.view';

const OPTIONS = { whitelist: true, forbidNonWhitelisted: true };

/** Reads as the edge does; answers the request and the dotted paths of its faults. */
function read<Request extends object>(type: new () => Request, body: object) {
  const request = plainToInstance(type, body);
  const pathsOf = (errors: ReturnType<typeof validateSync>, prefix = ''): string[] =>
    errors.flatMap(({ property, constraints, children = [] }) => [...(constraints ? [`${prefix}${property}`] : []), ...pathsOf(children, `${prefix}${property}.`)]);
  return { request, faults: pathsOf(validateSync(request, OPTIONS)) };
}

const apartment = {
  kind: 'apartment', title: 'Loft', description: '', location: { city: 'Oslo', lat: 60, lng: 10 }, timeZone: 'Europe/Oslo',
  price: { currency: 'NOK', per: 'night', amount: 1 }, details: { rooms: 1, beds: 1, guests: 2 },
};
const event = { startsAt: '2026-12-05T19:00:00Z', endsAt: '2026-12-05T20:00:00Z', privacy: 'everyone', paid: false };

describe('a new listing', () => {
  it('needs no more than its place, its price and its kind’s own part', () => {
    expect(read(CreateListingRequest, apartment).faults).toEqual([]);
  });

  it('has the details of its kind, and no other', () => {
    expect(read(CreateListingRequest, { ...apartment, details: { seatType: 'desk' } }).faults).toEqual(expect.arrayContaining(['details.seatType', 'details.guests']));
    expect(read(CreateListingRequest, { ...apartment, kind: 'event', details: event }).request.details).toBeInstanceOf(EventDetailsView);
  });

  it.each<[string, object]>([
    ['kind', { kind: 'castle' }],
    ['ownerId', { ownerId: '01a1fdfa-4600-7404-a1da-6b4290c836a6' }],
    ['title', { title: ' ' }],
    ['title', { title: 'a\u0000b' }],
    ['location.lat', { location: { city: 'Oslo', lat: 91, lng: 0 } }],
    ['location', { location: 'Oslo' }],
    ['price.amount', { price: { currency: 'NOK', per: 'night', amount: 1.5 } }],
    ['price.currency', { price: { currency: 'nok', per: 'night', amount: 1 } }],
    ['timeZone', { timeZone: 'Mars/Olympus' }],
    ['status', { status: 'archived' }],
    ['booking.checkIn', { booking: { approval: 'instant', checkIn: '25:00' } }],
    ['booking.openingHours.0.closes', { booking: { approval: 'instant', openingHours: [{ weekday: 1, opens: '09:00', closes: '24:01' }] } }],
    ['details', { details: [] }],
    ['details', { details: null }],
  ])('is refused at %s', (path, differences) => {
    expect(read(CreateListingRequest, { ...apartment, ...differences }).faults).toContain(path);
  });

  it('may bring free parameters of any shape, within bounds', () => {
    const item = (parameters: unknown) => read(CreateListingRequest, { ...apartment, kind: 'item', details: { parameters } });
    expect(item({ size: { cm: [1, 2, { deep: true }] } }).request.details).toEqual({ parameters: { size: { cm: [1, 2, { deep: true }] } } });
    expect(item({ size: 'L' }).faults).toEqual([]);
    expect(item({ text: 'x'.repeat(9000) }).faults).toEqual(['details.parameters']);
    expect(item({ text: 'a\u0000b' }).faults).toEqual(['details.parameters']);
  });
});

describe('a change', () => {
  it('tells by its details which kind they are of, where it does not say', () => {
    expect(read(UpdateListingRequest, { id: '01a1fdfa-4600-7404-a1da-6b4290c836a6', details: { seatType: 'desk' } })).toMatchObject({
      faults: [], request: { details: expect.any(WorkspaceDetailsView) },
    });
  });
});

describe('a search read from a query string', () => {
  it('has numbers, switches and lists', () => {
    const { request, faults } = read(SearchListingsRequest, { priceMin: '10', lat: '-33.5', lng: '151', paid: 'false', tags: 'a, b', amenities: ['Wifi', 'Pool,Gym'], limit: '5' });
    expect(faults).toEqual([]);
    expect(request).toMatchObject({ priceMin: 10, lat: -33.5, paid: false, tags: ['a', 'b'], amenities: ['Wifi', 'Pool', 'Gym'], limit: 5 });
  });

  it.each([
    ['priceMin', ''], ['priceMin', '1.5'], ['priceMin', '-1'], ['priceMin', '1e3'], ['ratingMin', '6'], ['lat', 'north'], ['radius', '-1'], ['paid', 'yes'], ['seats', '0'],
    ['bbox', '1,2,3'], ['sort', 'cheap'], ['kind', 'castle'], ['from', '2026-02-30'], ['currency', 'EURO'], ['hostId', '1'], ['unknown', '1'], ['q', ''],
  ])('is refused at %s=%s', (name, value) => {
    expect(read(SearchListingsRequest, { [name]: value }).faults).toEqual([name]);
  });
});

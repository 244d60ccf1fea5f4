import fc from 'fast-check';
import type { Listing } from './listing';
import { contradictionsIn, eventLiesAhead } from './listing-consistency';
import { KIND_RULES, type ListingKind, mayOffer } from './listing-kind';

type Terms = Pick<Listing, 'kind' | 'price' | 'booking' | 'details' | 'capacity'>;

const apartment: Terms = { kind: 'apartment', price: { currency: 'EUR', per: 'night', amount: 1 }, booking: { approval: 'instant' }, details: {}, capacity: 1 };
const startsAt = '2026-12-05T19:00:00+03:00';
const event = (differences: object, amount = 0): Terms => ({
  ...apartment,
  kind: 'event',
  price: { currency: 'EUR', per: 'seat', amount },
  details: { startsAt, endsAt: '2026-12-05T18:00:00Z', privacy: 'everyone', paid: false, ...differences },
});
const paths = (terms: Terms) => contradictionsIn(terms).map(({ path }) => path);
const open = (opens: string, closes: string, weekday = 1) => ({ weekday, opens, closes });
const seasonal = (rule: object): Terms => ({ ...apartment, price: { ...apartment.price, rules: [{ name: 'Summer', priority: 0, ...rule }] } });
const workspace = (...openingHours: ReturnType<typeof open>[]): Terms => ({
  ...apartment, kind: 'workspace', price: { currency: 'EUR', per: 'hour', amount: 1 }, booking: { approval: 'instant', openingHours },
});

describe('the parts of a listing', () => {
  it('agree where nothing is said twice', () => {
    expect([...paths(apartment), ...paths(event({})), ...paths(workspace(open('09:00', '12:00'), open('12:00', '24:00'), open('09:00', '12:00', 2)))]).toEqual([]);
  });

  it('disagree where the price is per another unit than the kind is let by', () => {
    const kinds = Object.keys(KIND_RULES) as ListingKind[];
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.constantFrom('night', 'day', 'hour', 'seat'), (kind, per) => {
        const details = kind === 'event' ? event({}).details : {};
        const terms: Terms = { ...apartment, kind, details, price: { currency: 'EUR', per, amount: 0 } };
        expect(paths(terms).includes('price.per')).toBe(KIND_RULES[kind].per !== per);
      }),
    );
  });

  it.each<[string, Terms]>([
    ['booking.maxUnits', { ...apartment, booking: { approval: 'instant', minUnits: 5, maxUnits: 4 } }],
    ['booking.openingHours', workspace(open('10:00', '10:00'))],
    ['booking.openingHours', workspace(open('22:00', '02:00'))],
    ['booking.openingHours', workspace(open('13:00', '18:00'), open('09:00', '13:01'))],
    ['booking.closedDays', { ...apartment, booking: { approval: 'instant', closedDays: [{ from: '2026-12-24' }, { from: '2026-12-26', to: '2026-12-26' }] } }],
    ['booking.closedDays', { ...event({}), booking: { approval: 'instant', closedDays: [{ from: '2026-12-24' }] } }],
    ['booking.bufferBeforeMinutes', { ...apartment, booking: { approval: 'instant', bufferAfterMinutes: 15 } }],
    ['details.endsAt', event({ endsAt: '2026-12-05T16:00:00Z' })],
    ['price.rules', seasonal({ amount: 1, from: '2026-06-01', to: '2026-06-01' })],
    ['price.rules', seasonal({ amount: 1, percent: 1 })],
    ['price.rules', seasonal({})],
    ['details.paid', event({ paid: true })],
    ['details.paid', event({}, 500)],
  ])('are told to contradict each other at %s', (path, terms) => {
    expect(paths(terms)).toEqual([path]);
  });

  it('put an event ahead only before it begins, whatever the offset it is written with', () => {
    expect(eventLiesAhead(event({}), new Date('2026-12-05T15:59:59Z'))).toBe(true);
    expect(eventLiesAhead(event({}), new Date('2026-12-05T16:00:00Z'))).toBe(false);
    expect(eventLiesAhead(apartment, new Date('2030-01-01T00:00:00Z'))).toBe(true);
  });
});

describe('who may offer what', () => {
  it('is a landlord for things to rent, anyone for events, nobody for rooms', () => {
    expect(mayOffer('apartment', ['renter'])).toBe(false);
    expect(mayOffer('apartment', ['renter', 'landlord'])).toBe(true);
    expect(mayOffer('event', [])).toBe(true);
    expect(mayOffer('room', ['landlord', 'admin'])).toBe(false);
  });
});

import { changesForGuests, eventIsMoved } from './event-change';
import type { Listing } from './listing';

const details = { movieId: 'metropolis', startsAt: '2026-12-01T18:00:00.000Z', endsAt: '2026-12-01T21:00:00.000Z', privacy: 'everyone', paid: false, place: 'The blue room' };
const event = {
  kind: 'event', status: 'active', title: 'Metropolis', description: 'Silent.', timeZone: 'Europe/Berlin', capacity: 8, tags: [],
  location: { city: 'Berlin', lat: 52.5, lng: 13.4 }, price: { currency: 'EUR', per: 'seat', amount: 500 }, details,
} as unknown as Listing;

describe('what the guests of an event are to hear of', () => {
  it.each<[string, object, string[]]>([
    ['its title', { title: 'Nosferatu' }, ['title']],
    ['its film', { details: { ...details, movieId: 'nosferatu' } }, ['film']],
    ['its room and its house', { details: { ...details, place: 'The red room' }, location: { ...event.location, address: 'Kanalstraße 7' } }, ['place']],
    ['its price', { price: { ...event.price, amount: 700 } }, ['price']],
    ['its description', { description: 'Loud.' }, ['description']],
    ['much at once', { title: 'Nosferatu', details: { ...details, movieId: 'nosferatu', paid: true } }, ['title', 'film', 'price']],
    ['its time, which is told otherwise', { details: { ...details, startsAt: '2026-12-01T19:00:00.000Z' } }, []],
    ['seats and tags', { capacity: 9, tags: ['silent'] }, []],
    ['who may see it', { details: { ...details, privacy: 'followers' } }, []],
    ['its being taken back', { status: 'inactive', title: 'Nosferatu' }, []],
  ])('of %s', (_what, change, told) => {
    expect(changesForGuests(event, { ...event, ...change } as Listing)).toEqual(told);
  });

  it('is nothing while it was not offered, and of nothing but events', () => {
    expect(changesForGuests({ ...event, status: 'draft' }, { ...event, title: 'Nosferatu' })).toEqual([]);
    expect(changesForGuests({ ...event, kind: 'item' }, { ...event, kind: 'item', title: 'A drill' })).toEqual([]);
  });
});

describe('an event is moved', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  const later = { ...event, details: { ...details, startsAt: '2026-12-01T19:00:00.000Z' } } as Listing;
  it.each<[string, Listing, Listing, boolean]>([
    ['where its beginning is another', event, later, true],
    ['where its end alone is another', event, { ...event, details: { ...details, endsAt: '2026-12-01T22:00:00.000Z' } } as Listing, true],
    ['also while it is not offered, because who was to come is to come', { ...event, status: 'inactive' }, { ...later, status: 'inactive' }, true],
    ['not where the same moments are written otherwise', event, { ...event, details: { ...details, startsAt: '2026-12-01T19:00:00.000+01:00' } } as Listing, false],
    ['not while it is a draft', { ...event, status: 'draft' }, { ...later, status: 'draft' }, false],
    ['not when it is archived', event, { ...later, status: 'archived' }, false],
    ['not into what is over', event, { ...event, details: { ...details, startsAt: '2026-11-20T18:00:00.000Z', endsAt: '2026-11-20T20:00:00.000Z' } } as Listing, false],
    ['and of nothing but events', { ...event, kind: 'item' }, { ...later, kind: 'item' }, false],
  ])('%s', (_when, before, after, moved) => {
    expect(eventIsMoved(before, after, now)).toBe(moved);
  });
});

import { dayFromToday } from '../days';
import { pictureForm } from '../picture';
import type { Staging, Stagings } from './right-call';
import { COLLECTIONS, type Collection } from './small-world';

/** The same operations of each collection, on what is offered there. */
function callsIn(collection: Collection): [name: string, Staging][] {
  const at = `/api/${collection}`;
  const withPhoto: (rest: (id: string, photoId: string) => object) => Staging = (rest) => async (world) => {
    const id = await world.listing(collection);
    const photoId = await world.photoOf(`${at}/${id}`, pictureForm('files'));
    return { by: world.landlord, path: { id, photoId }, ...rest(id, photoId) };
  };
  const onOne: (rest?: object) => Staging = (rest) => async (world) => ({ by: world.landlord, path: { id: await world.listing(collection) }, ...rest });
  const nights = { from: dayFromToday(5), to: dayFromToday(9) };
  return [
    [`GET ${at}`, ({ landlord: by, city }) => ({ by, query: { city, limit: '5' } })],
    [`POST ${at}`, (world) => ({ by: world.landlord, body: () => world.offerFor(collection) })],
    [`GET ${at}/{id}`, onOne()],
    [`PUT ${at}/{id}`, async (world) => ({ by: world.landlord, path: { id: await world.listing(collection) }, body: () => world.offerFor(collection) })],
    [`DELETE ${at}/{id}`, onOne()],
    [`POST ${at}/{id}/photos`, onOne({ form: (colour?: string) => pictureForm('files', {}, colour) })],
    [`PUT ${at}/{id}/photos`, withPhoto((_id, photoId) => ({ body: () => ({ order: [photoId] }) }))],
    [`DELETE ${at}/{id}/photos/{photoId}`, withPhoto(() => ({}))],
    [`GET ${at}/{id}/availability`, onOne({ query: nights })],
    [`PUT ${at}/{id}/availability`, onOne({ body: () => (collection === 'workspaces' || collection === 'events' ? hoursToClose() : nightsToClose()) })],
    [`GET ${at}/{id}/blocks`, onOne({ query: { limit: '5' } })],
  ];
}

function nightsToClose(): object {
  return { block: [{ from: dayFromToday(700), to: dayFromToday(702), note: 'Painters', repeat: { every: 'week', weekdays: [1, 5], until: dayFromToday(709) } }], unblock: [{ from: dayFromToday(710), to: dayFromToday(712) }] };
}

function hoursToClose(): object {
  const hours = (day: number) => ({ from: `${dayFromToday(day)}T10:00:00Z`, to: `${dayFromToday(day)}T12:00:00Z` });
  return { block: [{ ...hours(700), note: 'Painters' }], unblock: [hours(710)] };
}

const onSavedSearch = (rest: object = {}): Staging => async (world) => {
  // By somebody new each time, because nobody can keep more than fifty.
  const by = await world.newcomer();
  const { id } = await by.post<{ id: string }>('/api/saved-searches', aSavedSearch(world.city));
  return { by, path: { id }, ...rest };
};

function aSavedSearch(city: string): Record<string, unknown> {
  return { name: 'Quiet flats', search: { q: 'quiet', city, priceMax: 20_000, from: dayFromToday(40), to: dayFromToday(43) }, notify: true };
}

/** Listings, in each of the collections they are found in, and what a search is narrowed by. */
export const listingCalls: Stagings = {
  ...(Object.fromEntries(COLLECTIONS.flatMap(callsIn)) as Stagings),
  'GET /api/listings/suggest': ({ landlord: by, city }) => ({ by, query: { q: city, kind: 'apartment' } }),
  'GET /api/listings/compare': async (world) => {
    const ids = [await world.listing('apartments'), await world.listing('items')];
    return { by: world.landlord, query: { ids: ids.join(',') } };
  },
  'POST /api/saved-searches': async (world) => ({ by: await world.newcomer(), body: () => aSavedSearch(world.city) }),
  'GET /api/saved-searches': ({ renter: by }) => ({ by, query: { limit: '5' } }),
  'PUT /api/saved-searches/{id}': onSavedSearch({ body: () => ({ name: 'Still quiet', search: { q: 'quiet' }, notify: false }) }),
  'DELETE /api/saved-searches/{id}': onSavedSearch(),
  'GET /api/categories': ({ landlord: by }) => ({ by, query: { kind: 'apartment' } }),
  'GET /api/amenities': ({ landlord: by }) => ({ by, query: { kind: 'apartment' } }),
  'GET /api/cities': ({ landlord: by }) => ({ by, query: { kind: 'apartment' } }),
  'GET /api/cities/{city}/districts': ({ landlord: by, city }) => ({ by, path: { city } }),
};

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
  ];
}

function nightsToClose(): object {
  return { block: [{ from: dayFromToday(700), to: dayFromToday(702), note: 'Painters' }], unblock: [{ from: dayFromToday(710), to: dayFromToday(712) }] };
}

function hoursToClose(): object {
  const hours = (day: number) => ({ from: `${dayFromToday(day)}T10:00:00Z`, to: `${dayFromToday(day)}T12:00:00Z` });
  return { block: [{ ...hours(700), note: 'Painters' }], unblock: [hours(710)] };
}

/** Listings, in each of the collections they are found in, and what a search is narrowed by. */
export const listingCalls: Stagings = {
  ...(Object.fromEntries(COLLECTIONS.flatMap(callsIn)) as Stagings),
  'GET /api/categories': ({ landlord: by }) => ({ by, query: { kind: 'apartment' } }),
  'GET /api/amenities': ({ landlord: by }) => ({ by, query: { kind: 'apartment' } }),
  'GET /api/cities': ({ landlord: by }) => ({ by, query: { kind: 'apartment' } }),
  'GET /api/cities/{city}/districts': ({ landlord: by, city }) => ({ by, path: { city } }),
};

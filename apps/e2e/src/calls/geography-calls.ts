import { randomUUID } from 'node:crypto';
import type { Stagings } from './right-call';

const name = { en: 'Somewhere', ru: 'Где-то' };
// Far from everything, so that nothing another test offers lies in it.
const district = () => ({
  externalId: randomUUID(), city: 'Nemo', name, area: { type: 'Polygon', coordinates: [[[-123.5, -48.9], [-123.3, -48.9], [-123.3, -48.8], [-123.5, -48.9]]] },
});
const station = () => ({ externalId: randomUUID(), city: 'Nemo', name, line: { name, color: '0078C9' }, lat: -48.87, lng: -123.4 });

/** Stations and districts. */
export const geographyCalls: Stagings = {
  'POST /api/admin/stations': ({ admin: by }) => ({ by, body: () => ({ source: 'elsewhere', stations: [station()] }) }),
  'POST /api/admin/districts': ({ admin: by }) => ({ by, body: () => ({ source: 'elsewhere', districts: [district()] }) }),
  'PUT /api/admin/geography': ({ admin: by }) => ({ by, body: () => ({ source: 'elsewhere', stationIds: [randomUUID()], districtIds: [randomUUID()] }) }),
  'GET /api/admin/geography': ({ admin: by }) => ({ by }),
};

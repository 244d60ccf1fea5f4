import { randomUUID } from 'node:crypto';
import type { Staging, Stagings } from './right-call';

/** A system that is well has given up nothing, so this is a letter that nobody knows. */
const onDeadLetter: Staging = ({ admin: by }) => ({ by, path: { service: 'review', id: randomUUID() } });

/** What administrators do for those who run the place. */
export const operationCalls: Stagings = {
  'GET /api/admin/operations/services': ({ admin: by }) => ({ by }),
  'GET /api/admin/operations/services/{service}': ({ admin: by }) => ({ by, path: { service: 'booking' } }),
  'GET /api/admin/operations/services/{service}/dead-letters': ({ admin: by }) => ({ by, path: { service: 'booking' }, query: { limit: '5' } }),
  'GET /api/admin/operations/services/{service}/dead-letters/{id}': onDeadLetter,
  'PUT /api/admin/operations/services/{service}/dead-letters/{id}/replay': onDeadLetter,
  'PUT /api/admin/operations/services/{service}/dead-letters/{id}/drop': async (world) => ({ ...(await onDeadLetter(world)), body: () => ({ reason: 'Done by hand.' }) }),
  'GET /api/hotels/{id}/audit': async (world) => ({ by: world.landlord, path: { id: await world.hotel() }, query: { limit: '5' } }),
  'GET /api/admin/operations/erasures': ({ admin: by }) => ({ by, query: { state: 'complete', limit: '5' } }),
  'GET /api/admin/operations/audit': ({ admin: by }) => ({ by, query: { service: 'auth', from: '2026-01-01T00:00:00Z', limit: '5' } }),
  'GET /api/admin/operations/affected-users': ({ admin: by }) => ({ by, query: { from: '2026-01-01T00:00:00Z', limit: '5' } }),
};

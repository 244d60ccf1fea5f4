import { randomUUID } from 'node:crypto';
import type { Staging, Stagings } from './right-call';

const promotion = () => ({
  code: `P${randomUUID().slice(0, 8)}`, percent: 10, validFrom: '2026-01-01T00:00:00Z', validTo: '2190-01-01T00:00:00Z',
  stayFrom: '2026-01-01', stayTo: '2190-01-01', maxUses: 5, maxUsesPerPerson: 1, minUnits: 1,
});

const promoted: Staging = async (world) => {
  const id = await world.listing('apartments');
  const { code } = await world.landlord.post<{ code: string }>(`/api/listings/${id}/promotions`, promotion());
  return { by: world.landlord, path: { id, code } };
};

/** Promotions of a listing. */
export const promotionCalls: Stagings = {
  'POST /api/listings/{id}/promotions': async (world) => ({ by: world.landlord, path: { id: await world.listing('apartments') }, body: promotion }),
  'GET /api/listings/{id}/promotions': async (world) => ({ ...(await promoted(world)), query: { limit: '5' } }),
  'DELETE /api/listings/{id}/promotions/{code}': promoted,
};

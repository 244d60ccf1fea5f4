import { randomUUID } from 'node:crypto';
import type { Staging, Stagings } from './right-call';

const promotion = () => ({
  code: `P${randomUUID().slice(0, 8)}`, percent: 10, validFrom: '2026-01-01T00:00:00Z', validTo: '2190-01-01T00:00:00Z',
  stayFrom: '2026-01-01', stayTo: '2190-01-01', maxUses: 5, maxUsesPerPerson: 1, minUnits: 1,
});

const pricePlan = () => ({
  price: {
    currency: 'EUR', per: 'night', amount: 11_000, rules: [{ name: 'High season', from: '2027-06-01', to: '2027-09-01', priority: 1, percent: 20 }],
    discounts: { lengthOfStay: [{ minUnits: 7, percent: 10 }] }, fees: [{ name: 'Bed linen', amount: 500, per: 'person' }],
  },
  locale: 'en', limit: 5,
});

const promoted: Staging = async (world) => {
  const id = await world.listing('apartments');
  const { code } = await world.landlord.post<{ code: string }>(`/api/listings/${id}/promotions`, promotion());
  return { by: world.landlord, path: { id, code } };
};

/** Promotions of a listing, and what other prices would come to. */
export const promotionCalls: Stagings = {
  'POST /api/listings/{id}/promotions': async (world) => ({ by: world.landlord, path: { id: await world.listing('apartments') }, body: promotion }),
  'GET /api/listings/{id}/promotions': async (world) => ({ ...(await promoted(world)), query: { limit: '5' } }),
  'DELETE /api/listings/{id}/promotions/{code}': promoted,
  'POST /api/listings/{id}/price/preview': async (world) => ({ by: world.landlord, path: { id: await world.listing('apartments') }, body: pricePlan }),
};

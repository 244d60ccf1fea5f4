import type { Invariant } from '../invariant';

/** One for each service: a fact that is still in the outbox once there was time to tell it. */
export const factsAreTold: readonly Invariant[] = ['auth', 'booking', 'catalog', 'hotel_management', 'notification', 'review', 'url_shortener'].map((schema) => ({
  promise: 3,
  name: `every fact of ${schema.replace('_', '-')} has been told`,
  reads: [`${schema}.outbox`],
  settles: true,
  violations: `SELECT topic, aggregate_id, message_id, occurred_at FROM ${schema}.outbox`,
}));

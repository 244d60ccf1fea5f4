import { createECDH, randomBytes, randomUUID } from 'node:crypto';
import type { Stagings } from './right-call';

/** A browser as it would subscribe; its vendor is never reached. */
function subscription(): Record<string, unknown> {
  const keys = { p256dh: createECDH('prime256v1').generateKeys('base64url'), auth: randomBytes(16).toString('base64url') };
  return { endpoint: `https://push.example/${randomUUID()}`, keys };
}

/** The browsers that pushes go to. */
export const pushCalls: Stagings = {
  'GET /api/notifications/push-subscriptions': ({ stranger: by }) => ({ by }),
  'POST /api/notifications/push-subscriptions': ({ renter: by }) => ({ by, body: subscription }),
  'DELETE /api/notifications/push-subscriptions/{id}': async ({ landlord: by }) => ({ by, path: { id: (await by.post<{ id: string }>('/api/notifications/push-subscriptions', subscription())).id } }),
};

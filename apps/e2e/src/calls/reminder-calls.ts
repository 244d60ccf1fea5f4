import type { ReminderView } from '@bookable/contracts-notification';
import { eventually } from '../eventually';
import type { Stagings } from './right-call';
import type { SmallWorld } from './small-world';

/** A reminder of a booking that was confirmed a moment ago. */
async function reminder(world: SmallWorld): Promise<ReminderView> {
  const bookingId = await world.confirmed();
  return eventually('the renter is to be reminded', async () => {
    const { items } = await world.admin.get<{ items: ReminderView[] }>(`/api/admin/reminders?bookingId=${bookingId}&state=planned`);
    return items[0];
  });
}

/** The ledger of reminders. */
export const reminderCalls: Stagings = {
  'GET /api/admin/reminders': ({ admin: by }) => ({ by, query: { state: 'planned', limit: '5' } }),
  'PUT /api/admin/reminders/{id}': async (world) => {
    const { id, beginsAt } = await reminder(world);
    return { by: world.admin, path: { id }, body: () => ({ dueAt: new Date(Date.parse(beginsAt) - 7_200_000).toISOString() }) };
  },
  'DELETE /api/admin/reminders/{id}': async (world) => ({ by: world.admin, path: { id: (await reminder(world)).id } }),
};

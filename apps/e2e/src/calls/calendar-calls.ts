import { randomUUID } from 'node:crypto';
import type { Staging, Stagings } from './right-call';
import type { SmallWorld } from './small-world';

/** A host that nobody will ever have. */
const calendar = () => ({ url: `https://calendar.example/${randomUUID()}.ics`, name: 'Another platform' });

const ofListing: Staging = async (world) => ({ by: world.landlord, path: { id: await world.listing('apartments') } });

async function added(world: SmallWorld): Promise<{ readonly id: string; readonly calendarId: string }> {
  const id = await world.listing('apartments');
  const { id: calendarId } = await world.landlord.post<{ id: string }>(`/api/listings/${id}/calendars`, calendar());
  return { id, calendarId };
}

const onCalendar: Staging = async (world) => ({ by: world.landlord, path: await added(world) });

/** Calendars of other platforms, and the one of a listing itself. */
export const calendarCalls: Stagings = {
  'GET /api/listings/{id}/calendars': onCalendar,
  'POST /api/listings/{id}/calendars': async (world) => ({ ...(await ofListing(world)), body: calendar }),
  'DELETE /api/listings/{id}/calendars/{calendarId}': onCalendar,
  'PUT /api/listings/{id}/calendars/{calendarId}/refresh': onCalendar,
  'GET /api/listings/{id}/feed': ofListing,
  'POST /api/listings/{id}/feed/rotate': ofListing,
  'GET /calendars/{token}.ics': async (world) => {
    const id = await world.listing('apartments');
    const { url } = await world.landlord.get<{ url: string }>(`/api/listings/${id}/feed`);
    return { by: world.landlord, path: { token: new URL(url).pathname.replace(/^\/calendars\/|\.ics$/g, '') } };
  },
};

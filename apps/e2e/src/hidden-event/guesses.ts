import { randomUUID } from 'node:crypto';
import { make } from '../calls/right-call';
import type { SmallWorld } from '../calls/small-world';
import { stagedCalls } from '../calls/staged-calls';
import { type Operation, operations } from '../contract/api-document';
import type { Wording } from './wording';

/** What somebody guesses the id of. */
const GUESSED = /^\/api\/(listings|apartments|items|workspaces|events|bookings|ratings\/\{subject\})\/\{id\}/;
/** Bodies that name a listing or a booking. */
const NAMING = new Set(['POST /api/quotes', 'POST /api/bookings', 'POST /api/holds', 'POST /api/reviews']);

/** Every operation that can be asked about a listing or a booking by its id, in its address or in its body. */
export const guessable: readonly Operation[] = operations.filter(({ path, name }) => GUESSED.test(path) || NAMING.has(name));

/** What answers told of ids, as far as it tells one id from another. */
export interface Told {
  readonly status: number;
  readonly code?: string;
  readonly title?: string;
}

/** Asks an operation about the secret evening, and about one that nobody has ever planned. */
export async function guess(world: SmallWorld, operation: Operation, { eventId, bookingId }: Pick<Wording, 'eventId' | 'bookingId'>, token: string | null): Promise<[secret: Told, nothing: Told]> {
  const call = await stagedCalls[operation.name]!(world);
  const ask = async (listing: string, booking: string): Promise<Told> => {
    const id = operation.path.startsWith('/api/bookings/') ? booking : listing;
    const body = call.body && (() => ({ ...call.body!(), ...named(call.body!(), listing, booking) }));
    const answer = await make(world, operation, { ...call, body, path: { ...call.path, id, ...(operation.path.includes('{subject}') && { subject: 'listing' }) } }, token);
    const { code, title, average } = answer.body as Told & { average?: number | null };
    return { status: answer.status, code, title: average === undefined ? title : String(average) };
  };
  return [await ask(eventId, bookingId), await ask(randomUUID(), randomUUID())];
}

function named(body: Readonly<Record<string, unknown>>, listingId: string, bookingId: string): object {
  return { ...('listingId' in body && { listingId }), ...('bookingId' in body && { bookingId }) };
}

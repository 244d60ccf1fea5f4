import { Injectable } from '@nestjs/common';
import { Database, type Fact } from '@bookable/platform-database';
import type { Booking } from '../domain/booking';
import type { ClaimNeed } from '../domain/claim-need';
import { claimRow } from './claim-row';

/** A booking that was checked and priced, and now wants its time. */
export interface Placement {
  readonly booking: Booking;
  /** The revision of the resource it was checked and priced against. */
  readonly revision: number;
  readonly takesPlaces: boolean;
  /** Whether others are to be minded: those who stand in line, or the plans of whoever asks for an event. */
  readonly mindsOthers: boolean;
  /** What it takes beside its own time, all or nothing. */
  readonly further: readonly ClaimNeed[];
  /** The promotion it was priced with. */
  readonly promotionId?: string;
  /** The hold or offer whose place it takes. */
  readonly holdId?: string;
  /** What is told where the hold is an offer to somebody who waited. */
  readonly takenFact?: Fact;
  /** The view of the booking as JSON: the answer to its caller, now and to every repetition. */
  readonly answer: string;
  readonly fact: Fact;
  /** Present where the caller gave an idempotency key. */
  readonly command?: { readonly caller: string; readonly topic: string; readonly key: string; readonly bodyHash: Buffer };
}

/** What makes two commands the same one. */
export type CommandIdentity = NonNullable<Placement['command']>;

/** What became of a placement; see the functions `place_bookings` and `place_bookings_in_turn`. */
export interface PlacementOutcome {
  readonly outcome: 'placed' | 'again' | 'key-reused' | 'stale' | 'already-requested' | 'slot-taken' | 'hold-ended' | 'others-first' | 'schedule-clash' | 'promotion-unknown' | 'promotion-used-up' | 'retry';
  readonly answer: string | null;
}

interface OutcomeRow extends PlacementOutcome {
  readonly ordinal: number;
}

const EARLIER = 'SELECT answer, body_hash = $4 AS is_same FROM idempotency WHERE caller = $1 AND topic = $2 AND key = $3';
const PLACE = { sql: 'SELECT ordinal, outcome, answer FROM place_bookings($1, $2, $3)', name: 'place-bookings' };
const PLACE_IN_TURN = { sql: 'SELECT ordinal, outcome, answer FROM place_bookings_in_turn($1, $2, $3)', name: 'place-bookings-in-turn' };
const PLACE_WITH_PROMOTIONS = { sql: 'SELECT ordinal, outcome, answer FROM place_bookings_with_promotions($1, $2, $3)', name: 'place-bookings-with-promotions' };

/** Places bookings: one statement, one round trip, one commit for as many as there are. */
@Injectable()
export class PlacementStore {
  constructor(private readonly database: Database) {}

  /** The outcomes, in the order of the placements. */
  async place(placements: readonly Placement[], now: Date): Promise<PlacementOutcome[]> {
    const resourceIds = [...new Set(placements.flatMap(({ booking, further }) => [booking.resourceId, ...further.map(({ resourceId }) => resourceId)]))];
    const { sql, name } = statementFor(placements);
    const rows = await this.database.query<OutcomeRow>(sql, [JSON.stringify(placements.map(requestOf)), resourceIds, now], { name });
    const outcomes: PlacementOutcome[] = [];
    for (const { ordinal, outcome, answer } of rows) outcomes[ordinal] = { outcome, answer };
    if (outcomes.some(({ outcome }) => outcome === 'placed')) this.database.kickOutbox();
    return outcomes;
  }

  /** What became of an earlier placement under the same key, if there was one. */
  async earlier({ caller, topic, key, bodyHash }: CommandIdentity): Promise<PlacementOutcome | undefined> {
    const [kept] = await this.database.query<{ answer: string; is_same: boolean }>(EARLIER, [caller, topic, key, bodyHash], { name: 'earlier-placement' });
    if (!kept) return undefined;
    return kept.is_same ? { outcome: 'again', answer: kept.answer } : { outcome: 'key-reused', answer: null };
  }
}

/** Each batch pays for what its requests need, and for nothing else. */
function statementFor(placements: readonly Placement[]): { readonly sql: string; readonly name: string } {
  if (placements.some(({ promotionId }) => promotionId !== undefined)) return PLACE_WITH_PROMOTIONS;
  return placements.some(({ mindsOthers }) => mindsOthers) ? PLACE_IN_TURN : PLACE;
}

function requestOf({ booking, revision, takesPlaces, further, promotionId, holdId, takenFact, answer, fact, command }: Placement, ordinal: number): object {
  return {
    ordinal,
    id: booking.id,
    resource_id: booking.resourceId,
    revision,
    kind: booking.kind,
    renter_id: booking.renterId,
    owner_id: booking.ownerId,
    stay_from: booking.from,
    stay_to: booking.to,
    starts_at: booking.startsAt,
    ends_at: booking.endsAt,
    quantity: booking.quantity,
    total_amount: booking.quote.total.amount,
    currency: booking.quote.total.currency,
    quote: booking.quote,
    options: booking.options,
    beside: booking.beside,
    message: booking.message,
    status: booking.status,
    action: booking.lastAction,
    actor_id: booking.lastActorId,
    created_at: booking.createdAt,
    expires_at: booking.expiresAt,
    takes_places: takesPlaces,
    hold_id: holdId,
    promotion_id: promotionId,
    taken_fact: takenFact,
    further: further.length === 0 ? undefined : further.map((need) => claimRow(need)),
    ...fact,
    ...(command && { caller: command.caller, command_topic: command.topic, key: command.key, body_hash: command.bodyHash.toString('hex'), answer }),
  };
}

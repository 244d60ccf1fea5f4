import { newId } from '@bookable/kernel';
import type { Beside } from '../domain/beside';
import type { Booking } from '../domain/booking';
import type { Action, Status } from '../domain/lifecycle';
import type { Quote } from '../domain/quote/quote-line';
import { type QuoteTerms, quoteStay } from '../domain/quote/quote-stay';
import { readStay } from '../domain/read-stay';
import { Refusal } from '../domain/refusal';
import type { Resource } from '../domain/resource';
import type { Stay, StayWish } from '../domain/stay';
import { firstBrokenRule } from '../domain/stay-rules';

/** A stay that breaks no rule, and what it costs. */
export interface PricedStay {
  readonly stay: Stay;
  readonly quote: Quote;
}

/** Understands, checks and prices what is asked for; as if it were booked now, unless another moment is given. */
export function priceStay(resource: Resource, wish: StayWish, nowMs: number, terms: Partial<QuoteTerms> = {}): PricedStay | Refusal {
  const stay = readStay(resource, wish);
  if (stay instanceof Refusal) return stay;
  const broken = firstBrokenRule(stay, resource, nowMs);
  if (broken) return broken;
  const quote = quoteStay(stay, resource, { bookedAtMs: nowMs, ...terms });
  return quote instanceof Refusal ? quote : { stay, quote };
}

/** How a booking begins: who acts, what it is then, and until when it waits for an answer. */
export interface Beginning {
  readonly action: Extract<Action, 'request' | 'invite'>;
  readonly actorId: string;
  readonly renterId: string;
  readonly status: Status;
  readonly message?: string;
  readonly beside?: readonly Beside[];
  readonly expiresAtMs?: number;
}

/** A booking that nobody knows of yet. */
export function draftBooking(resource: Resource, { stay, quote }: PricedStay, beginning: Beginning, now: Date): Booking {
  const { action, actorId, renterId, status, message, beside, expiresAtMs } = beginning;
  return {
    id: newId(now.getTime()),
    resourceId: resource.id,
    kind: resource.kind,
    renterId,
    ownerId: resource.ownerId,
    from: stay.from,
    to: stay.to,
    startsAt: new Date(stay.during.fromMs),
    endsAt: new Date(stay.during.toMs),
    quantity: stay.quantity,
    quote,
    options: stay.options ?? null,
    beside: beside && beside.length > 0 ? beside : null,
    message: message ?? null,
    status,
    reason: null,
    lastAction: action,
    lastActorId: actorId,
    createdAt: now,
    updatedAt: now,
    expiresAt: expiresAtMs === undefined ? null : new Date(expiresAtMs),
    proposedChange: null,
    cancellation: null,
    doubt: null,
    version: 1,
  };
}

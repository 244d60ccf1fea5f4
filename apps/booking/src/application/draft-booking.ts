import { newId } from '@bookable/kernel';
import type { Booking } from '../domain/booking';
import type { Action, Status } from '../domain/lifecycle';
import type { Locale, Quote } from '../domain/quote/quote-line';
import { quoteStay } from '../domain/quote/quote-stay';
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

/** Understands, checks and prices what is asked for. */
export function priceStay(resource: Resource, wish: StayWish, nowMs: number, locale?: Locale): PricedStay | Refusal {
  const stay = readStay(resource, wish);
  if (stay instanceof Refusal) return stay;
  const broken = firstBrokenRule(stay, resource, nowMs);
  if (broken) return broken;
  const quote = quoteStay(stay, resource, locale);
  return quote instanceof Refusal ? quote : { stay, quote };
}

/** How a booking begins: who acts, what it is then, and until when it waits for an answer. */
export interface Beginning {
  readonly action: Extract<Action, 'request' | 'invite'>;
  readonly actorId: string;
  readonly renterId: string;
  readonly status: Status;
  readonly message?: string;
  readonly expiresAtMs?: number;
}

/** A booking that nobody knows of yet. */
export function draftBooking(resource: Resource, { stay, quote }: PricedStay, beginning: Beginning, now: Date): Booking {
  const { action, actorId, renterId, status, message, expiresAtMs } = beginning;
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
    message: message ?? null,
    status,
    reason: null,
    lastAction: action,
    lastActorId: actorId,
    createdAt: now,
    updatedAt: now,
    expiresAt: expiresAtMs === undefined ? null : new Date(expiresAtMs),
    version: 1,
  };
}

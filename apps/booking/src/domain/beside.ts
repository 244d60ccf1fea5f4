import { addMoney } from '@bookable/kernel';
import type { Quote } from './quote/quote-line';
import { Refusal } from './refusal';
import type { Resource } from './resource';

/** What a booking has beside its own listing, for the same time. */
export interface Beside {
  readonly listingId: string;
  readonly quantity: number;
}

/** The same, with the resource it is of. */
export interface BesideResource {
  readonly resource: Resource;
  readonly quantity: number;
}

/** Why resources cannot be booked together, if they cannot: all are somebody's one, let alike, and each is named once. */
export function misfitBeside(main: Resource, besides: readonly BesideResource[]): Refusal | undefined {
  const seen = new Set([main.id]);
  for (const [index, { resource }] of besides.entries()) {
    const refuse = (message: string) => new Refusal('malformed', message, `beside.${index}.listingId`);
    if (seen.has(resource.id)) return refuse('must be named once');
    if (resource.ownerId !== main.ownerId) return refuse('must be of the same owner');
    if (resource.unit !== main.unit || resource.unit === 'session') return refuse('must be let by the same unit of time; events are booked alone');
    if (resource.price.currency !== main.price.currency) return refuse('must be priced in the same currency');
    seen.add(resource.id);
  }
  return undefined;
}

/** One quote for what is booked together; each line of what is beside says of which listing it is. */
export function quoteTogether(quote: Quote, beside: Quote, listingId: string): Quote {
  const lines = [...quote.lines, ...beside.lines.map((line) => ({ ...line, listingId }))];
  const deposit = quote.deposit && beside.deposit ? addMoney(quote.deposit, beside.deposit) : (quote.deposit ?? beside.deposit);
  return { ...quote, total: addMoney(quote.total, beside.total), lines, ...(deposit && { deposit }) };
}

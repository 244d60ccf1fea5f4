import { type FieldFault, priceRulesSayOneThing, seasonsBeginBeforeTheyEnd } from '@bookable/kernel';
import { type Listing, eventDetails } from './listing';
import { KIND_RULES } from './listing-kind';

type Terms = Pick<Listing, 'kind' | 'price' | 'booking' | 'details' | 'capacity'>;

export function priceIsPerUnitOfKind({ kind, price }: Terms): boolean {
  return price.per === KIND_RULES[kind].per;
}

export function shortestStayIsNotLongerThanLongest({ booking: { minUnits = 1, maxUnits = Infinity } }: Terms): boolean {
  return minUnits <= maxUnits;
}

export function opensBeforeItCloses({ booking: { openingHours = [] } }: Terms): boolean {
  return openingHours.every(({ opens, closes }) => opens < closes);
}

export function openingHoursDoNotOverlap({ booking: { openingHours = [] } }: Terms): boolean {
  const sorted = [...openingHours].sort((a, b) => a.weekday - b.weekday || (a.opens < b.opens ? -1 : 1));
  return sorted.every((hours, index) => {
    const before = sorted[index - 1];
    return before === undefined || before.weekday !== hours.weekday || before.closes <= hours.opens;
  });
}

export function closedDaysEndAfterTheyBegin({ booking: { closedDays = [] } }: Terms): boolean {
  return closedDays.every(({ from, to }) => to === undefined || from < to);
}

export function onlyRoomsAreCleaned({ kind, booking: { cleaningMinutes = 0 } }: Terms): boolean {
  return kind === 'room' || cleaningMinutes === 0;
}

export function onlyWhatIsLetByTheHourHasBuffers({ kind, booking: { bufferBeforeMinutes = 0, bufferAfterMinutes = 0 } }: Terms): boolean {
  return KIND_RULES[kind].per === 'hour' || bufferBeforeMinutes + bufferAfterMinutes === 0;
}

export function anEventHasNoClosedDays({ kind, booking: { closedDays = [] } }: Terms): boolean {
  return kind !== 'event' || closedDays.length === 0;
}

export function eventBeginsBeforeItEnds(listing: Terms): boolean {
  const event = eventDetails(listing);
  return event === undefined || Date.parse(event.startsAt) < Date.parse(event.endsAt);
}

export function seatCostsSomethingExactlyWhenPaid(listing: Terms): boolean {
  const event = eventDetails(listing);
  return event === undefined || event.paid === listing.price.amount > 0;
}

export function eventLiesAhead(listing: Terms, now: Date): boolean {
  const event = eventDetails(listing);
  return event === undefined || Date.parse(event.startsAt) > now.getTime();
}

type Rule = readonly [path: string, holds: (listing: Terms) => boolean, message: (listing: Terms) => string];

const RULES: readonly Rule[] = [
  ['price.per', priceIsPerUnitOfKind, ({ kind }) => `must be ${KIND_RULES[kind].per} for ${kind}`],
  ['price.rules', ({ price }) => seasonsBeginBeforeTheyEnd(price), () => 'must begin before they end'],
  ['price.rules', ({ price }) => priceRulesSayOneThing(price), () => 'must each say an amount or a percent, not both'],
  ['booking.maxUnits', shortestStayIsNotLongerThanLongest, () => 'must not be less than minUnits'],
  ['booking.openingHours', opensBeforeItCloses, () => 'must open before it closes; hours past midnight belong to the next weekday'],
  ['booking.openingHours', openingHoursDoNotOverlap, () => 'must not overlap on one weekday'],
  ['booking.closedDays', closedDaysEndAfterTheyBegin, () => 'must end after they begin; the last day is excluded'],
  ['booking.closedDays', anEventHasNoClosedDays, () => 'must be left out: an event has a time of its own'],
  ['booking.cleaningMinutes', onlyRoomsAreCleaned, () => 'must be left out: the hotel says it of itself'],
  ['booking.bufferBeforeMinutes', onlyWhatIsLetByTheHourHasBuffers, () => 'must be left out, as bufferAfterMinutes, unless it is let by the hour'],
  ['details.endsAt', eventBeginsBeforeItEnds, () => 'must be later than startsAt'],
  ['details.paid', seatCostsSomethingExactlyWhenPaid, () => 'must be true exactly when price.amount is more than nothing'],
];

/** Where parts of a listing contradict each other; empty where they agree. */
export function contradictionsIn(listing: Terms): FieldFault[] {
  return RULES.filter(([, holds]) => !holds(listing)).map(([path, , message]) => ({ path, message: message(listing) }));
}

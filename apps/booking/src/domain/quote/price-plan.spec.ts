import { type PricePlan, type PriceRule, addDays, startOfDay } from '@bookable/kernel';
import fc from 'fast-check';
import { aResource, aWorkspace } from '../../../test/builders';
import { naiveTotal } from '../../../test/naive-price';
import { readStay } from '../read-stay';
import { Refusal } from '../refusal';
import type { Resource } from '../resource';
import type { StayWish } from '../stay';
import type { Quote } from './quote-line';
import { quoteStay } from './quote-stay';

/** Zones that change their clocks north and south of the equator, by half an hour, at midnight, or never. */
const ZONES = [
  'Europe/Berlin', 'Europe/Lisbon', 'America/New_York', 'America/St_Johns', 'America/Santiago', 'America/Havana',
  'Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Beirut', 'Australia/Lord_Howe', 'Pacific/Auckland', 'Africa/Casablanca',
] as const;

const amount = fc.integer({ min: 0, max: 1_000_000 });
const maybe = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: undefined });
const day = fc.integer({ min: 0, max: 7 * 365 }).map((count) => addDays('2024-01-01', count));
const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
const priority = fc.integer({ min: 0, max: 3 });
const worth = fc.oneof(fc.record({ amount }), fc.record({ percent: fc.integer({ min: -100, max: 1_000 }) }));
const rule: fc.Arbitrary<PriceRule> = fc
  .tuple(fc.record({ name: fc.constantFrom('Summer', 'Fair', 'Friday'), priority, from: maybe(day), weekdays: maybe(weekdays) }), maybe(fc.integer({ min: 1, max: 200 })), worth)
  .map(([said, length, cost]) => ({ ...said, ...cost, to: said.from !== undefined && length !== undefined ? addDays(said.from, length) : undefined }));
const percent = fc.integer({ min: 1, max: 100 });
const discounts = fc.record({
  lengthOfStay: fc.array(fc.record({ minUnits: fc.integer({ min: 1, max: 40 }), percent }), { maxLength: 3 }),
  earlyBird: fc.array(fc.record({ minDaysAhead: fc.integer({ min: 1, max: 200 }), percent }), { maxLength: 2 }),
  lastMinute: fc.array(fc.record({ maxDaysAhead: fc.integer({ min: 0, max: 30 }), percent }), { maxLength: 2 }),
});
const fees = fc.array(fc.record({ name: fc.constant('Minibar'), amount, per: fc.constantFrom('stay', 'unit', 'person') }), { maxLength: 2 });
const parts = { amount, weekend: maybe(amount), cleaningFee: maybe(amount), rules: fc.array(rule, { maxLength: 6 }), discounts: maybe(discounts), fees };
const plainParts = fc.record(parts);
const planParts = fc.record({ ...parts, week: maybe(amount), month: maybe(amount) });
const people = fc.record({ quantity: fc.integer({ min: 1, max: 5 }), guests: maybe(fc.integer({ min: 1, max: 9 })) });
const zone = fc.constantFrom(...ZONES);

interface Case {
  readonly resource: Resource;
  readonly wish: StayWish;
  readonly bookedAtMs: number;
}

const daysCase = (said: fc.Arbitrary<Omit<PricePlan, 'currency' | 'per'>>): fc.Arbitrary<Case> => fc
  .record({ unit: fc.constantFrom('night', 'day'), plan: said, from: day, length: fc.integer({ min: 1, max: 70 }), people, timeZone: zone, ahead: fc.integer({ min: 0, max: 300 }) })
  .map(({ unit, plan, from, length, people: who, timeZone, ahead }) => ({
    resource: aResource({ unit, capacity: 5, timeZone, price: { currency: 'EUR', per: unit, ...plan } }),
    wish: { from, to: addDays(from, length), ...who },
    bookedAtMs: startOfDay(addDays(from, -ahead), timeZone),
  }));

const hoursCase: fc.Arbitrary<Case> = fc
  .record({ plan: plainParts, from: day, start: fc.integer({ min: 0, max: 95 }), length: fc.integer({ min: 1, max: 250 }), people, timeZone: zone })
  .map(({ plan, from, start, length, people: who, timeZone }) => {
    const fromMs = startOfDay(from, timeZone) + start * 900_000;
    const wish = { from: new Date(fromMs).toISOString(), to: new Date(fromMs + length * 900_000).toISOString(), ...who };
    return { resource: aWorkspace({ timeZone, price: { currency: 'EUR', per: 'hour', ...plan }, rules: { approval: 'instant' } }), wish, bookedAtMs: fromMs };
  });

const anyCase = fc.oneof(daysCase(planParts), hoursCase);

function quoteOf({ resource, wish, bookedAtMs }: Case): Quote {
  const stay = readStay(resource, wish);
  const quote = stay instanceof Refusal ? stay : quoteStay(stay, resource, { bookedAtMs });
  if (quote instanceof Refusal) throw new Error(quote.word);
  return quote;
}

const withPlan = (one: Case, change: Partial<PricePlan>): Case => ({ ...one, resource: { ...one.resource, price: { ...one.resource.price, ...change } } });
const forEvery = (cases: fc.Arbitrary<Case>, holds: (one: Case) => void) => fc.assert(fc.property(cases, holds));

function linesSumToTheTotal({ lines, total }: Quote): void {
  expect(lines.reduce((sum, line) => sum + line.amount, 0)).toBe(total.amount);
  expect(lines.every((line) => line.units * line.unitAmount === line.amount)).toBe(true);
  expect(total.amount).toBeGreaterThanOrEqual(0);
}

function costsTheSumOfItsUnits(one: Case, { total }: Quote): void {
  const stay = readStay(one.resource, one.wish);
  if (stay instanceof Refusal) throw new Error(stay.word);
  expect(total.amount).toBe(naiveTotal(stay, one.resource, one.bookedAtMs));
}

function givesTheSameBytesAgain(one: Case, quote: Quote): void {
  const turned = withPlan(one, { rules: [...(one.resource.price.rules ?? [])].reverse() });
  expect(JSON.stringify(quoteOf(turned))).toBe(JSON.stringify(quote));
}

function costsNoLessForMore(one: Case, { total }: Quote): void {
  const more = { ...one, wish: { ...one.wish, quantity: one.wish.quantity + 1 } };
  expect(quoteOf(more).total.amount).toBeGreaterThanOrEqual(total.amount);
}

describe('Whatever the price plan', () => {
  // One plan and stay is drawn and priced for all these laws, because drawing it is most of the work.
  it('adds up, costs what adding up unit by unit comes to, gives the same bytes again however its rules are ordered, and never costs less for more places', () => {
    forEvery(anyCase, (one) => {
      const quote = quoteOf(one);
      linesSumToTheTotal(quote);
      costsTheSumOfItsUnits(one, quote);
      givesTheSameBytesAgain(one, quote);
      costsNoLessForMore(one, quote);
    });
  });

  it('a longer stay is never cheaper, unless by a package or a discount', () => {
    forEvery(daysCase(plainParts), (said) => {
      const one = withPlan(said, { discounts: undefined });
      const longer = { ...one, wish: { ...one.wish, to: addDays(one.wish.to!, 1) } };
      expect(quoteOf(longer).total.amount).toBeGreaterThanOrEqual(quoteOf(one).total.amount);
    });
  });
});

describe('A night', () => {
  it('is one night in every zone and on every day from 2024 to 2030, whatever the clocks do in it', () => {
    for (const timeZone of ZONES) {
      const resource = aResource({ timeZone });
      for (let from = '2024-01-01'; from < '2031-01-01'; from = addDays(from, 1)) {
        expect([timeZone, from, quoteOf({ resource, wish: { from, to: addDays(from, 1), quantity: 1 }, bookedAtMs: 0 }).total.amount]).toEqual([timeZone, from, 10_000]);
      }
    }
  }, 120_000);
});

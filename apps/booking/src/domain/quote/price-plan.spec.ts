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
/** Mostly what people ask for, now and then something long. */
const mostlyUpTo = (usual: number, most: number) => fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: usual }) }, { weight: 1, arbitrary: fc.integer({ min: usual, max: most }) });

interface Case {
  readonly resource: Resource;
  readonly wish: StayWish;
  readonly bookedAtMs: number;
}

const daysCase = (said: fc.Arbitrary<Omit<PricePlan, 'currency' | 'per'>>): fc.Arbitrary<Case> => fc
  .record({ unit: fc.constantFrom('night', 'day'), plan: said, from: day, length: mostlyUpTo(16, 70), people, timeZone: zone, ahead: fc.integer({ min: 0, max: 300 }) })
  .map(({ unit, plan, from, length, people: who, timeZone, ahead }) => ({
    resource: aResource({ unit, capacity: 5, timeZone, price: { currency: 'EUR', per: unit, ...plan } }),
    wish: { from, to: addDays(from, length), ...who },
    bookedAtMs: startOfDay(addDays(from, -ahead), timeZone),
  }));

const hoursCase: fc.Arbitrary<Case> = fc
  .record({ plan: plainParts, from: day, start: fc.integer({ min: 0, max: 95 }), length: mostlyUpTo(30, 250), people, timeZone: zone })
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

const LAWS: Readonly<Record<string, (one: Case, quote: Quote) => boolean>> = {
  'lines sum to the total': (_one, { lines, total }) => lines.reduce((sum, line) => sum + line.amount, 0) === total.amount,
  'a line is units times unit amount': (_one, { lines }) => lines.every((line) => line.units * line.unitAmount === line.amount),
  'nobody is paid for staying': (_one, { total }) => total.amount >= 0,
  'it costs what adding up unit by unit comes to': (one, { total }) => {
    const stay = readStay(one.resource, one.wish);
    return !(stay instanceof Refusal) && total.amount === naiveTotal(stay, one.resource, one.bookedAtMs);
  },
  'it is the same bytes again, however its rules are ordered': (one, quote) => {
    const turned = withPlan(one, { rules: [...(one.resource.price.rules ?? [])].reverse() });
    return JSON.stringify(quoteOf(turned)) === JSON.stringify(quote);
  },
  'more places never cost less': (one, { total }) => quoteOf({ ...one, wish: { ...one.wish, quantity: one.wish.quantity + 1 } }).total.amount >= total.amount,
};

describe('Whatever the price plan', () => {
  // Drawing and pricing a case is most of the work, so all the laws look at the same one.
  it('no law of prices is broken', () => {
    forEvery(anyCase, (one) => {
      const quote = quoteOf(one);
      const broken = Object.keys(LAWS).filter((law) => !LAWS[law]!(one, quote));
      if (broken.length > 0) throw new Error(`Broken: ${broken.join('; ')}.`);
    });
  });

  it('a longer stay is never cheaper, unless by a package or a discount', () => {
    forEvery(daysCase(plainParts), (said) => {
      const one = withPlan(said, { discounts: undefined });
      const longer = { ...one, wish: { ...one.wish, to: addDays(one.wish.to!, 1) } };
      if (quoteOf(longer).total.amount < quoteOf(one).total.amount) throw new Error('A longer stay is cheaper.');
    });
  });
});

describe('A night', () => {
  it('is one night in every zone and on every day from 2024 to 2030, whatever the clocks do in it', () => {
    for (const timeZone of ZONES) {
      const resource = aResource({ timeZone });
      for (let from = '2024-01-01'; from < '2031-01-01'; from = addDays(from, 1)) {
        const { amount: paid } = quoteOf({ resource, wish: { from, to: addDays(from, 1), quantity: 1 }, bookedAtMs: 0 }).total;
        if (paid !== 10_000) throw new Error(`${from} in ${timeZone} costs ${paid}.`);
      }
    }
  });
});

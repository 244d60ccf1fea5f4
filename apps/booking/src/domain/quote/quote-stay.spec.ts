import { addDays } from '@bookable/kernel';
import fc from 'fast-check';
import { aResource, aWorkspace, anItem } from '../../../test/builders';
import { readStay } from '../read-stay';
import { Refusal } from '../refusal';
import type { Resource } from '../resource';
import type { StayWish } from '../stay';
import type { Quote } from './quote-line';
import { type QuoteTerms, quoteStay } from './quote-stay';

const NOON = Date.parse('2026-11-01T12:00:00Z');

function quoteOf(resource: Resource, wish: Partial<StayWish>, terms: Partial<QuoteTerms> = {}): Quote {
  const stay = readStay(resource, { quantity: 1, ...wish });
  if (stay instanceof Refusal) throw new Error(stay.word);
  const quote = quoteStay(stay, resource, { bookedAtMs: NOON, ...terms });
  if (quote instanceof Refusal) throw new Error(quote.word);
  return quote;
}

const said = ({ lines }: Quote): unknown[] => lines.map(({ rule, units, unitAmount, amount }) => [rule, units, unitAmount, amount]);

describe('A quote', () => {
  const amount = fc.integer({ min: 0, max: 1_000_000 });
  const maybe = fc.option(amount, { nil: undefined });
  const lengths = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 60 }) }, { weight: 1, arbitrary: fc.integer({ min: 61, max: 400 }) });
  const plans = fc.record({ amount, week: maybe, month: maybe, weekend: maybe, cleaningFee: maybe, deposit: maybe });

  it('has lines that sum to its total, each line units times unit amount, whatever the plan and the stay', () => {
    fc.assert(fc.property(plans, fc.integer({ min: 0, max: 3_000 }), lengths, fc.integer({ min: 1, max: 50 }), fc.constantFrom('night', 'day'), (plan, start, length, quantity, per) => {
      const resource = aResource({ unit: per, capacity: 50, price: { currency: 'EUR', per, ...plan } });
      const from = addDays('2026-01-01', start);
      const quote = quoteOf(resource, { from, to: addDays(from, length), quantity });
      expect(quote.lines.reduce((sum, line) => sum + line.amount, 0)).toBe(quote.total.amount);
      expect(quote.lines.filter((line) => line.units * line.unitAmount !== line.amount)).toEqual([]);
      expect(Number.isSafeInteger(quote.total.amount)).toBe(true);
    }));
  });

  it('for hours has lines that sum to its total, whatever part of an hour is left', () => {
    fc.assert(fc.property(amount, fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 10 }), (perHour, quarters, quantity) => {
      const resource = aWorkspace({ price: { currency: 'EUR', per: 'hour', amount: perHour } });
      const to = new Date(Date.parse('2026-11-23T09:00:00Z') + quarters * 900_000).toISOString();
      const quote = quoteOf(resource, { from: '2026-11-23T09:00:00Z', to, quantity });
      expect(quote.lines.reduce((sum, line) => sum + line.amount, 0)).toBe(quote.total.amount);
      expect(Math.abs(quote.total.amount / quantity - (perHour * quarters) / 4)).toBeLessThanOrEqual(0.5);
    }));
  });

  it('tells weekend nights from others: those of Friday and Saturday', () => {
    const resource = aResource({ price: { currency: 'EUR', per: 'night', amount: 10_000, weekend: 12_000 } });
    expect(said(quoteOf(resource, { from: '2026-11-19', to: '2026-11-23' }))).toEqual([['unit', 2, 10_000, 20_000], ['weekend', 2, 12_000, 24_000]]);
  });

  it('tells weekend days from others: Saturday and Sunday', () => {
    const resource = anItem({ price: { currency: 'EUR', per: 'day', amount: 1_000, weekend: 1_500 } });
    expect(said(quoteOf(resource, { from: '2026-11-20', to: '2026-11-23' }))).toEqual([['unit', 1, 1_000, 1_000], ['weekend', 2, 1_500, 3_000]]);
  });

  it('mixes months, weeks and nights, then adds the cleaning', () => {
    const resource = aResource({ price: { currency: 'EUR', per: 'night', amount: 10_000, week: 60_000, month: 200_000, cleaningFee: 5_000 } });
    expect(said(quoteOf(resource, { from: '2026-12-01', to: addDays('2026-12-01', 40) }))).toEqual([
      ['month', 1, 200_000, 200_000], ['week', 1, 60_000, 60_000], ['unit', 3, 10_000, 30_000], ['cleaning-fee', 1, 5_000, 5_000],
    ]);
  });

  it('counts a night as a night though the clocks change in it', () => {
    expect(quoteOf(aResource(), { from: '2027-03-27', to: '2027-03-29' }).total.amount).toBe(20_000);
    expect(quoteOf(aResource(), { from: '2027-10-30', to: '2027-11-01' }).total.amount).toBe(20_000);
  });

  it('keeps the deposit out of the total, for each thing', () => {
    const quote = quoteOf(anItem({ capacity: 5, price: { currency: 'EUR', per: 'day', amount: 1_000, deposit: 5_000 } }), { from: '2026-12-01', to: '2026-12-02', quantity: 3 });
    expect(quote).toMatchObject({ total: { amount: 3_000 }, deposit: { amount: 15_000, currency: 'EUR' } });
  });

  it('charges half a night for an early arrival and for a late departure, of the night it belongs to', () => {
    const room = aResource({ kind: 'room', price: { currency: 'EUR', per: 'night', amount: 9_999, weekend: 20_001 } });
    const options = { earlyCheckIn: '06:00', lateCheckOut: '20:00' };
    expect(said(quoteOf(room, { from: '2026-11-19', to: '2026-11-21', options }))).toEqual([
      ['unit', 1, 9_999, 9_999], ['weekend', 1, 20_001, 20_001], ['early-check-in', 1, 5_000, 5_000], ['late-check-out', 1, 10_001, 10_001],
    ]);
  });

  it('names the season, its nights, its percent and what that is of', () => {
    const rules = [{ name: 'Christmas', from: '2026-12-24', to: '2026-12-27', priority: 1, percent: 50 }];
    const { lines } = quoteOf(aResource({ price: { currency: 'EUR', per: 'night', amount: 9_999, rules } }), { from: '2026-12-23', to: '2026-12-26' });
    expect(lines).toEqual([
      { label: 'Night', rule: 'unit', units: 1, unitAmount: 9_999, amount: 9_999, inputs: { periods: [{ from: '2026-12-23', to: '2026-12-24' }] } },
      {
        label: 'Christmas · Night', rule: 'price-rule', units: 2, unitAmount: 14_999, amount: 29_998,
        inputs: { name: 'Christmas', percent: 50, baseAmount: 9_999, periods: [{ from: '2026-12-24', to: '2026-12-26' }] },
      },
    ]);
  });

  it('takes the rule of the highest priority, and lets a rule of weekdays stand over a season', () => {
    const rules = [{ name: 'Summer', from: '2027-06-01', to: '2027-09-01', priority: 1, amount: 200 }, { name: 'Monday', weekdays: [1], priority: 2, amount: 50 }];
    const quote = quoteOf(aResource({ price: { currency: 'EUR', per: 'night', amount: 100, weekend: 150, rules } }), { from: '2027-06-05', to: '2027-06-08' });
    expect(said(quote)).toEqual([['price-rule', 2, 200, 400], ['price-rule', 1, 50, 50]]);
  });

  it('says which nights a week covers and what they would cost one by one', () => {
    const rules = [{ name: 'Fair', from: '2026-12-05', to: '2026-12-06', priority: 1, amount: 90_000 }];
    const { lines } = quoteOf(aResource({ price: { currency: 'EUR', per: 'night', amount: 10_000, week: 60_000, rules } }), { from: '2026-12-01', to: '2026-12-09' });
    expect(lines[0]).toMatchObject({ rule: 'week', units: 1, amount: 60_000, inputs: { periods: [{ from: '2026-12-02', to: '2026-12-09' }], separateAmount: 150_000 } });
  });

  it('charges every hour at the price of its own day, past midnight and through the change of the clocks', () => {
    const rules = [{ name: 'Sunday', weekdays: [7], priority: 0, percent: 100 }];
    const desk = aWorkspace({ price: { currency: 'EUR', per: 'hour', amount: 1_000, rules }, rules: { approval: 'instant' } });
    const quote = quoteOf(desk, { from: '2027-03-27T22:30:00+01:00', to: '2027-03-28T04:00:00+02:00' });
    expect(said(quote)).toEqual([['unit', 1, 1_000, 1_000], ['part-hour', 1, 500, 500], ['price-rule', 3, 2_000, 6_000]]);
  });

  it('sells a seat at the price of the day of the event', () => {
    const rules = [{ name: 'Monday', weekdays: [1], priority: 0, percent: -50 }];
    const session = { fromMs: Date.parse('2026-12-07T18:00:00Z'), toMs: Date.parse('2026-12-07T20:00:00Z') };
    const event = aResource({ kind: 'event', unit: 'session', capacity: 9, session, price: { currency: 'EUR', per: 'seat', amount: 900, rules } });
    expect(said(quoteOf(event, { quantity: 2 }))).toEqual([['price-rule', 2, 450, 900]]);
  });

  it('adds fees for the stay, for each night of each room, and for each person', () => {
    const fees = [{ name: 'Parking', amount: 700, per: 'stay' }, { name: 'Minibar', amount: 300, per: 'unit' }, { name: 'Resort tax', amount: 250, per: 'person' }] as const;
    const hotel = aResource({ capacity: 5, price: { currency: 'EUR', per: 'night', amount: 10_000, fees } });
    const quote = quoteOf(hotel, { from: '2026-12-01', to: '2026-12-04', quantity: 2, guests: 5 });
    expect(said(quote).slice(1)).toEqual([['fee', 1, 700, 700], ['fee', 6, 300, 1_800], ['fee', 5, 250, 1_250]]);
    expect(quote).toMatchObject({ guests: 5, lines: [{}, { label: 'Parking' }, { label: 'Minibar' }, { label: 'Resort tax' }] });
  });

  it('takes discounts off the nights alone, each of the same sum and of each kind the greatest', () => {
    const discounts = {
      lengthOfStay: [{ minUnits: 3, percent: 5 }, { minUnits: 7, percent: 10 }], earlyBird: [{ minDaysAhead: 30, percent: 15 }], lastMinute: [{ maxDaysAhead: 3, percent: 50 }],
    };
    const flat = aResource({ price: { currency: 'EUR', per: 'night', amount: 10_000, cleaningFee: 3_000, discounts } });
    const early = quoteOf(flat, { from: '2026-12-01', to: '2026-12-08' });
    expect(said(early)).toEqual([['unit', 7, 10_000, 70_000], ['length-of-stay', 1, -7_000, -7_000], ['early-bird', 1, -10_500, -10_500], ['cleaning-fee', 1, 3_000, 3_000]]);
    const late = quoteOf(flat, { from: '2026-11-02', to: '2026-11-03' });
    expect(said(late)).toEqual([['unit', 1, 10_000, 10_000], ['last-minute', 1, -5_000, -5_000], ['cleaning-fee', 1, 3_000, 3_000]]);
  });

  it('never takes off more than the nights cost', () => {
    const discounts = { lengthOfStay: [{ minUnits: 1, percent: 80 }], earlyBird: [{ minDaysAhead: 1, percent: 80 }] };
    const flat = aResource({ price: { currency: 'EUR', per: 'night', amount: 999, cleaningFee: 100, discounts } });
    const quote = quoteOf(flat, { from: '2026-12-01', to: '2026-12-02' }, { promotion: { code: 'ALL', amount: 5_000 } });
    expect(quote.total.amount).toBe(100);
    expect(said(quote)).toContainEqual(['promotion', 1, 0, 0]);
  });

  it.each([['JPY', 0], ['EUR', 2], ['KWD', 3]])('rounds a share to the minor unit of %s, of which %i digits say nothing', (currency) => {
    const rules = [{ name: 'Half', priority: 0, percent: -50 }];
    expect(quoteOf(aResource({ price: { currency, per: 'night', amount: 1_001, rules } }), { from: '2026-12-01', to: '2026-12-02' }).total).toEqual({ amount: 501, currency });
  });

  it('copes with a thousand rules that overlap, from free to elevenfold', () => {
    const rules = Array.from({ length: 1_000 }, (_, index) => ({ name: `Rule ${index}`, priority: index % 7, percent: (index % 1_101) - 100, from: addDays('2026-01-01', index % 365), to: addDays('2027-06-01', index) }));
    const quote = quoteOf(aResource({ price: { currency: 'EUR', per: 'night', amount: 10_000, rules } }), { from: '2026-12-01', to: '2027-12-01' });
    expect(quote.lines.reduce((sum, { units }) => sum + units, 0)).toBe(365);
  });

  it('speaks English and Russian', () => {
    const resource = aResource();
    const stay = readStay(resource, { from: '2026-12-01', to: '2026-12-02', quantity: 1 });
    if (stay instanceof Refusal) throw new Error(stay.word);
    const labels = (['en', 'ru'] as const).map((locale) => (quoteStay(stay, resource, { bookedAtMs: NOON, locale }) as Quote).lines[0]!.label);
    expect(labels).toEqual(['Night', 'Ночь']);
  });

  it('is refused rather than rounded where integers cannot hold it', () => {
    const resource = aResource({ capacity: 10_000, price: { currency: 'EUR', per: 'night', amount: 100_000_000_000 } });
    const stay = readStay(resource, { from: '2026-12-01', to: '2027-12-01', quantity: 10_000 });
    expect(quoteStay(stay as Exclude<typeof stay, Refusal>, resource, { bookedAtMs: NOON })).toBeInstanceOf(Refusal);
  });
});

import { addDays } from '@bookable/kernel';
import fc from 'fast-check';
import { aResource, aWorkspace, anItem } from '../../../test/builders';
import { readStay } from '../read-stay';
import { Refusal } from '../refusal';
import type { Resource } from '../resource';
import type { StayWish } from '../stay';
import type { Quote } from './quote-line';
import { quoteStay } from './quote-stay';

function quoteOf(resource: Resource, wish: Partial<StayWish>): Quote {
  const stay = readStay(resource, { quantity: 1, ...wish });
  if (stay instanceof Refusal) throw new Error(stay.word);
  const quote = quoteStay(stay, resource);
  if (quote instanceof Refusal) throw new Error(quote.word);
  return quote;
}

const said = ({ lines }: Quote): unknown[] => lines.map(({ rule, units, unitAmount, amount }) => [rule, units, unitAmount, amount]);

describe('A quote', () => {
  const amount = fc.integer({ min: 0, max: 1_000_000 });
  const maybe = fc.option(amount, { nil: undefined });
  const plans = fc.record({ amount, week: maybe, month: maybe, weekend: maybe, cleaningFee: maybe, deposit: maybe });

  it('has lines that sum to its total, each line units times unit amount, whatever the plan and the stay', () => {
    fc.assert(fc.property(plans, fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 50 }), fc.constantFrom('night', 'day'), (plan, start, length, quantity, per) => {
      const resource = aResource({ unit: per, capacity: 50, price: { currency: 'EUR', per, ...plan } });
      const from = addDays('2026-01-01', start);
      const quote = quoteOf(resource, { from, to: addDays(from, length), quantity });
      expect(quote.lines.reduce((sum, line) => sum + line.amount, 0)).toBe(quote.total.amount);
      for (const line of quote.lines) expect(line.units * line.unitAmount).toBe(line.amount);
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

  it('speaks English and Russian', () => {
    const resource = aResource();
    const stay = readStay(resource, { from: '2026-12-01', to: '2026-12-02', quantity: 1 });
    if (stay instanceof Refusal) throw new Error(stay.word);
    const labels = (['en', 'ru'] as const).map((locale) => (quoteStay(stay, resource, locale) as Quote).lines[0]!.label);
    expect(labels).toEqual(['Night', 'Ночь']);
  });

  it('is refused rather than rounded where integers cannot hold it', () => {
    const resource = aResource({ capacity: 10_000, price: { currency: 'EUR', per: 'night', amount: 100_000_000_000 } });
    const stay = readStay(resource, { from: '2026-12-01', to: '2027-12-01', quantity: 10_000 });
    expect(quoteStay(stay as Exclude<typeof stay, Refusal>, resource)).toBeInstanceOf(Refusal);
  });
});

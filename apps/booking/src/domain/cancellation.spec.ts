import { type CancellationPolicy, money } from '@bookable/kernel';
import fc from 'fast-check';
import { type Cancellable, type Cancellation, cancellationOf } from './cancellation';
import type { Quote } from './quote/quote-line';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START_MS = Date.parse('2027-03-28T12:00:00Z');

const line = (rule: Quote['lines'][number]['rule'], amount: number) => ({ rule, label: rule, units: 1, unitAmount: amount, amount });
const quoteOf = (lines: Quote['lines'], cancellation?: CancellationPolicy): Quote => ({
  total: money(lines.reduce((sum, { amount }) => sum + amount, 0), 'EUR'), lines, deposit: money(20_000, 'EUR'), cancellation,
});

function aBooking(cancellation?: CancellationPolicy, differences: Partial<Cancellable> = {}): Cancellable {
  const quote = quoteOf([line('unit', 20_001), line('promotion', -1_000), line('cleaning-fee', 3_000)], cancellation);
  return { quote, status: 'confirmed', startsAt: new Date(START_MS), createdAt: new Date(START_MS - 60 * DAY_MS), doubt: null, ...differences };
}

const percentBefore = (policy: CancellationPolicy | undefined, beforeMs: number) => cancellationOf(aBooking(policy), 'renter', START_MS - beforeMs).percent;

describe('A cancellation by the renter', () => {
  it.each<[CancellationPolicy, number, number]>([
    ['flexible', DAY_MS + 1, 100], ['flexible', DAY_MS, 50], ['flexible', 1, 50], ['flexible', 0, 0],
    ['moderate', 5 * DAY_MS + 1, 100], ['moderate', 5 * DAY_MS, 50], ['moderate', 1, 50], ['moderate', 0, 0],
    ['strict', 30 * DAY_MS, 50], ['strict', 7 * DAY_MS + 1, 50], ['strict', 7 * DAY_MS, 0], ['strict', 1, 0],
  ])('under the %s policy, %i ms before the stay, gives back %i percent of it', (policy, beforeMs, percent) => {
    expect(percentBefore(policy, beforeMs)).toBe(percent);
  });

  it('is flexible where the owner has not chosen', () => {
    expect(cancellationOf(aBooking(), 'renter', START_MS - 2 * DAY_MS)).toMatchObject({ policy: 'flexible', percent: 100 });
  });

  it('gives the cleaning and the deposit back until the stay begins, and the share of everything else', () => {
    const late = cancellationOf(aBooking('moderate'), 'renter', START_MS - HOUR_MS);
    expect(late).toMatchObject({ refund: { amount: 9_501 + 3_000 }, kept: { amount: 9_500 }, deposit: { amount: 20_000 } });
    expect(late.lines.map(({ rule, refund }) => [rule, refund])).toEqual([['unit', 10_001], ['promotion', -500], ['cleaning-fee', 3_000]]);
    const tooLate = cancellationOf(aBooking('moderate'), 'renter', START_MS);
    expect(tooLate).toMatchObject({ refund: { amount: 0 }, kept: { amount: 22_001 } });
    expect(tooLate.deposit).toBeUndefined();
  });

  it('is free for two days after booking while the stay is two weeks away, whatever the policy', () => {
    const booked = (daysBefore: number) => aBooking('strict', { createdAt: new Date(START_MS - daysBefore * DAY_MS) });
    expect(cancellationOf(booked(30), 'renter', START_MS - 28 * DAY_MS - 1).percent).toBe(100);
    expect(cancellationOf(booked(30), 'renter', START_MS - 28 * DAY_MS).percent).toBe(50);
    expect(cancellationOf(booked(15), 'renter', START_MS - 14 * DAY_MS - 1).percent).toBe(100);
    expect(cancellationOf(booked(15), 'renter', START_MS - 14 * DAY_MS).percent).toBe(50);
    expect(cancellationOf(booked(13), 'renter', START_MS - 13 * DAY_MS).percent).toBe(50);
  });

  it('names the steps still to come in the order of time', () => {
    const { steps } = cancellationOf(aBooking('strict', { createdAt: new Date(START_MS - 30 * DAY_MS) }), 'renter', START_MS - 30 * DAY_MS);
    expect(steps).toEqual([{ until: new Date(START_MS - 28 * DAY_MS).toISOString(), percent: 100 }, { until: new Date(START_MS - 7 * DAY_MS).toISOString(), percent: 50 }]);
  });

  it('costs nothing while nothing is agreed', () => {
    expect(cancellationOf(aBooking('strict', { status: 'pending' }), 'renter', START_MS - HOUR_MS)).toMatchObject({ percent: 100, kept: { amount: 0 } });
  });
});

describe('A cancellation by a guest in doubt', () => {
  it('gives everything back where the host has moved the event, and what the policy says where the guest made the other plans', () => {
    const late = START_MS - 60_000;
    expect(cancellationOf(aBooking('strict', { doubt: 'moved' }), 'renter', late)).toMatchObject({ percent: 100, kept: { amount: 0 }, deposit: { amount: 20_000 } });
    expect(cancellationOf(aBooking('strict', { doubt: 'hosting' }), 'renter', late)).toMatchObject({ percent: 0, kept: { amount: 19_001 } });
  });
});

describe('A cancellation by the owner', () => {
  it('gives everything back, whenever it comes', () => {
    fc.assert(fc.property(fc.constantFrom('flexible', 'moderate', 'strict'), fc.integer({ min: -90 * DAY_MS, max: 5 * DAY_MS }), (policy, afterMs) => {
      expect(cancellationOf(aBooking(policy), 'owner', START_MS + afterMs)).toMatchObject({ kept: { amount: 0 }, deposit: { amount: 20_000 } });
    }));
  });
});

describe('Any cancellation', () => {
  const rules = fc.constantFrom('unit', 'price-rule', 'early-bird', 'fee', 'cleaning-fee');
  const policies = fc.constantFrom('flexible', 'moderate', 'strict');
  const moments = fc.integer({ min: -60 * DAY_MS, max: DAY_MS });
  const made = fc.record({ lines: fc.array(fc.tuple(rules, fc.integer({ min: 0, max: 1_000_000 })), { maxLength: 6 }), policy: policies });
  const cancel = ({ lines, policy }: { lines: [Parameters<typeof line>[0], number][]; policy: CancellationPolicy }, afterMs: number): Cancellation =>
    cancellationOf(aBooking(policy, { quote: quoteOf(lines.map(([rule, amount]) => line(rule, amount)), policy) }), 'renter', START_MS + afterMs);

  it('divides the total into what comes back and what is kept, line by line', () => {
    fc.assert(fc.property(made, moments, (said, afterMs) => {
      const { refund, kept, lines } = cancel(said, afterMs);
      expect(refund.amount + kept.amount).toBe(lines.reduce((sum, one) => sum + one.amount, 0));
      expect(lines.reduce((sum, one) => sum + one.refund, 0)).toBe(refund.amount);
      expect(kept.amount).toBeGreaterThanOrEqual(0);
    }));
  });

  it('never gives back more by coming later', () => {
    fc.assert(fc.property(made, moments, fc.integer({ min: 0, max: 30 * DAY_MS }), (said, afterMs, laterMs) => {
      expect(cancel(said, afterMs + laterMs).refund.amount).toBeLessThanOrEqual(cancel(said, afterMs).refund.amount);
    }));
  });
});

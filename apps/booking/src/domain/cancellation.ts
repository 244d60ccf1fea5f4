import { type CancellationPolicy, type Money, money, shareOfMoney, subtractMoney } from '@bookable/kernel';
import type { Doubt } from './doubt';
import type { Status } from './lifecycle';
import type { Quote, QuoteLine, QuoteRule } from './quote/quote-line';

const HOUR_MS = 3_600_000;
const HOURS_IN_DAY = 24;
const WHOLE_PERCENT = 100;

/** Until so long before the stay begins, so much of the price of the stay comes back. */
interface RefundStep {
  readonly hoursBefore: number;
  readonly percent: number;
}

/**
 * What comes back when the renter cancels what was agreed. After the last step nothing comes back. What is
 * kept is a share of the stay and never single nights, so that the rule fits every unit of time.
 */
export const REFUND_STEPS: Readonly<Record<CancellationPolicy, readonly RefundStep[]>> = {
  flexible: [{ hoursBefore: HOURS_IN_DAY, percent: 100 }, { hoursBefore: 0, percent: 50 }],
  moderate: [{ hoursBefore: 5 * HOURS_IN_DAY, percent: 100 }, { hoursBefore: 0, percent: 50 }],
  strict: [{ hoursBefore: 7 * HOURS_IN_DAY, percent: 50 }],
};

/** Under every policy one may think again for two days, as long as the stay is two weeks away. */
export const SECOND_THOUGHTS = { hoursAfterBooking: 48, hoursBefore: 14 * HOURS_IN_DAY } as const;

/** Where the owner has not chosen. */
export const DEFAULT_POLICY: CancellationPolicy = 'flexible';

/** What has not been done yet is paid back whole, until the stay begins. */
const GIVEN_BACK_WHOLE: ReadonlySet<QuoteRule> = new Set(['cleaning-fee', 'fee']);

/** Until when how much of the price of the stay comes back. */
export interface CancellationStep {
  readonly until: string;
  readonly percent: number;
}

/** What of one line of the quote comes back. */
export interface RefundedLine {
  readonly rule: QuoteRule;
  readonly label: string;
  readonly amount: number;
  readonly percent: number;
  readonly refund: number;
}

/** What a cancellation comes to: refund and kept are together the total. */
export interface Cancellation {
  readonly policy: CancellationPolicy;
  readonly by: 'renter' | 'owner';
  readonly percent: number;
  readonly refund: Money;
  readonly kept: Money;
  /** Comes back beside the refund. */
  readonly deposit?: Money;
  readonly lines: readonly RefundedLine[];
  readonly steps: readonly CancellationStep[];
}

/** What of a booking its cancellation depends on. */
export interface Cancellable {
  readonly quote: Quote;
  readonly status: Status;
  readonly startsAt: Date;
  readonly createdAt: Date;
  readonly doubt: Doubt | null;
}

/** What comes back if one of the parties cancels at this moment. An owner who cancels gives all of it back, as does one who has moved the event onto other plans of the guest. */
export function cancellationOf(booking: Cancellable, by: 'renter' | 'owner', nowMs: number): Cancellation {
  const { quote, startsAt } = booking;
  const policy = quote.cancellation ?? DEFAULT_POLICY;
  const steps = stepsOf(policy, booking);
  const allComesBack = by === 'owner' || booking.doubt === 'moved' || nothingIsAgreed(booking);
  const hasNotBegun = allComesBack || nowMs < startsAt.getTime();
  const percent = allComesBack ? WHOLE_PERCENT : (steps.find(({ until }) => nowMs < Date.parse(until))?.percent ?? 0);
  const lines = refundedLines(quote.lines, quote.total.currency, percent, hasNotBegun ? WHOLE_PERCENT : 0);
  const refund = money(lines.reduce((sum, line) => sum + line.refund, 0), quote.total.currency);
  return { policy, by, percent, refund, kept: subtractMoney(quote.total, refund), ...(hasNotBegun && quote.deposit && { deposit: quote.deposit }), lines, steps };
}

/** Who only asks, or is only invited, owes nothing. */
function nothingIsAgreed({ status }: Cancellable): boolean {
  return status === 'pending' || status === 'invited';
}

/** The steps in the order of time, each less than the one before. */
function stepsOf(policy: CancellationPolicy, { startsAt, createdAt }: Cancellable): CancellationStep[] {
  const before = (hours: number) => startsAt.getTime() - hours * HOUR_MS;
  const secondThoughtsMs = Math.min(createdAt.getTime() + SECOND_THOUGHTS.hoursAfterBooking * HOUR_MS, before(SECOND_THOUGHTS.hoursBefore));
  const all = [
    ...(secondThoughtsMs > createdAt.getTime() ? [{ untilMs: secondThoughtsMs, percent: WHOLE_PERCENT }] : []),
    ...REFUND_STEPS[policy].map(({ hoursBefore, percent }) => ({ untilMs: before(hoursBefore), percent })),
  ].filter(({ untilMs }) => untilMs > createdAt.getTime());
  const isOutdone = (step: (typeof all)[number]) => all.some((other) => other !== step && other.untilMs >= step.untilMs && other.percent >= step.percent);
  return all
    .filter((step) => !isOutdone(step))
    .sort((a, b) => a.untilMs - b.untilMs)
    .map(({ untilMs, percent }) => ({ until: new Date(untilMs).toISOString(), percent }));
}

/** Shares are rounded as one, so that the lines sum to the share of their sum. */
function refundedLines(lines: readonly QuoteLine[], currency: string, percent: number, percentOfFees: number): RefundedLine[] {
  let sumSoFar = 0;
  let refundSoFar = 0;
  return lines.map(({ rule, label, amount }) => {
    if (GIVEN_BACK_WHOLE.has(rule)) return { rule, label, amount, percent: percentOfFees, refund: percentOfFees === 0 ? 0 : amount };
    sumSoFar += amount;
    const refund = shareOfMoney(money(sumSoFar, currency), percent, WHOLE_PERCENT).amount - refundSoFar;
    refundSoFar += refund;
    return { rule, label, amount, percent, refund };
  });
}

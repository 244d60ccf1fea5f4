import { type Money, money, shareOfMoney, subtractMoney } from '@bookable/kernel';

/** What is counted. */
export interface RevenueCounts {
  readonly paidAmount: number;
  readonly refundedAmount: number;
  readonly nightsSold: number;
  readonly nightsAvailable: number;
}

/** What follows from it. */
export interface RevenueRates {
  readonly paid: Money;
  readonly refunded: Money;
  readonly revenue: Money;
  readonly nightsSold: number;
  readonly nightsAvailable: number;
  readonly occupancy?: number;
  readonly adr?: Money;
  readonly revPar?: Money;
}

export const NOTHING_COUNTED: RevenueCounts = { paidAmount: 0, refundedAmount: 0, nightsSold: 0, nightsAvailable: 0 };

const PLACES = 10_000;

/** The rates of what was counted; where there is nothing to divide by there is no rate. */
export function revenueRates({ paidAmount, refundedAmount, nightsSold, nightsAvailable }: RevenueCounts, currency: string): RevenueRates {
  const [paid, refunded] = [money(paidAmount, currency), money(refundedAmount, currency)];
  const revenue = subtractMoney(paid, refunded);
  const occupancy = occupancyOf(nightsSold, nightsAvailable);
  return {
    paid, refunded, revenue, nightsSold, nightsAvailable,
    ...(occupancy !== undefined && { occupancy, revPar: shareOfMoney(revenue, 1, nightsAvailable) }),
    ...(nightsSold > 0 && { adr: shareOfMoney(revenue, 1, nightsSold) }),
  };
}

/** The share of the nights there were that was sold, to four places; none where there were no nights. */
export function occupancyOf(nightsSold: number, nightsAvailable: number): number | undefined {
  return nightsAvailable === 0 ? undefined : Math.round((nightsSold * PLACES) / nightsAvailable) / PLACES;
}

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
  return {
    paid, refunded, revenue, nightsSold, nightsAvailable,
    ...(nightsAvailable > 0 && { occupancy: Math.round((nightsSold * PLACES) / nightsAvailable) / PLACES, revPar: shareOfMoney(revenue, 1, nightsAvailable) }),
    ...(nightsSold > 0 && { adr: shareOfMoney(revenue, 1, nightsSold) }),
  };
}

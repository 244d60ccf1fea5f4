import { dayAt } from '@bookable/kernel';
import type { PromotionTerms } from './quote/quote-line';
import { Refusal } from './refusal';
import type { Resource } from './resource';
import type { Stay } from './stay';

/** What an owner takes off for whoever names its code; never changed once it is made. */
export interface Promotion extends PromotionTerms {
  readonly id: string;
  readonly resourceId: string;
  /** Of its amount. */
  readonly currency: string;
  readonly validFrom: Date | null;
  readonly validTo: Date | null;
  readonly stayFrom: string | null;
  readonly stayTo: string | null;
  readonly maxUses: number | null;
  readonly maxUsesPerPerson: number | null;
  readonly minUnits: number | null;
  readonly createdAt: Date;
}

/** How often it is used, in all and by the person who asks. */
export interface PromotionUses {
  readonly inAll: number;
  readonly ofPerson: number;
}

/** What a quote says of a promotion. */
export function promotionTerms({ code, percent, amount }: Promotion): PromotionTerms {
  return { code, ...(percent !== undefined && { percent }), ...(amount !== undefined && { amount }) };
}

/** Codes are compared as they are kept: in capitals. */
export function promotionCode(written: string): string {
  return written.toUpperCase();
}

/** Why a promotion may not be had with a stay, if it may not. Whether it is used up is asked once more when the booking is placed. */
export function promotionRefusal(promotion: Promotion, stay: Stay, { timeZone, price }: Resource, uses: PromotionUses, nowMs: number): Refusal | undefined {
  const { validFrom, validTo, amount, currency } = promotion;
  if ((validFrom && nowMs < validFrom.getTime()) || (amount !== undefined && currency !== price.currency)) return new Refusal('promotion-unknown');
  if (validTo && nowMs >= validTo.getTime()) return new Refusal('promotion-ended');
  if (!isForStay(promotion, stay, timeZone)) return new Refusal('promotion-not-for-this-stay');
  return isUsedUp(promotion, uses) ? new Refusal('promotion-used-up') : undefined;
}

function isForStay({ stayFrom, stayTo, minUnits }: Promotion, { during, unitCount }: Stay, timeZone: string): boolean {
  const day = dayAt(during.fromMs, timeZone);
  return day >= (stayFrom ?? day) && (stayTo === null || day < stayTo) && unitCount >= (minUnits ?? 0);
}

function isUsedUp({ maxUses, maxUsesPerPerson }: Promotion, { inAll, ofPerson }: PromotionUses): boolean {
  return inAll >= (maxUses ?? Infinity) || ofPerson >= (maxUsesPerPerson ?? Infinity);
}

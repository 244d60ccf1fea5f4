import type { PromotionView } from '@bookable/contracts-booking';
import type { UsedPromotion } from '../../persistence/promotion.store';

/** A promotion as its owner sees it. */
export function promotionView({ promotion, uses }: UsedPromotion): PromotionView {
  const { code, percent, amount, validFrom, validTo, stayFrom, stayTo, maxUses, maxUsesPerPerson, minUnits, createdAt } = promotion;
  return {
    code, percent, amount, uses,
    validFrom: validFrom?.toISOString(),
    validTo: validTo?.toISOString(),
    stayFrom: stayFrom ?? undefined,
    stayTo: stayTo ?? undefined,
    maxUses: maxUses ?? undefined,
    maxUsesPerPerson: maxUsesPerPerson ?? undefined,
    minUnits: minUnits ?? undefined,
    createdAt: createdAt.toISOString(),
  };
}

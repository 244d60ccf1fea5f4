import { Injectable } from '@nestjs/common';
import { type Promotion, promotionCode, promotionRefusal } from '../../domain/promotion';
import { readStay } from '../../domain/read-stay';
import { Refusal } from '../../domain/refusal';
import type { Resource } from '../../domain/resource';
import type { StayWish } from '../../domain/stay';
import { PromotionStore } from '../../persistence/promotion.store';

/** Finds the promotion that somebody names, if they may have it with the stay they ask for. */
@Injectable()
export class AdmitPromotion {
  constructor(private readonly promotions: PromotionStore) {}

  async execute(code: string | undefined, resource: Resource, wish: StayWish, renterId: string | null, nowMs: number): Promise<Promotion | Refusal | undefined> {
    if (code === undefined) return undefined;
    const promotion = await this.promotions.find(resource.id, promotionCode(code));
    if (!promotion) return new Refusal('promotion-unknown');
    const stay = readStay(resource, wish);
    if (stay instanceof Refusal) return stay;
    return promotionRefusal(promotion, stay, resource, await this.promotions.uses(promotion.id, renterId), nowMs) ?? promotion;
  }
}

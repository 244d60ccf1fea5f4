import { Injectable } from '@nestjs/common';
import { type CreatePromotionRequest, PromotionKnown, type PromotionView, TooManyPromotions } from '@bookable/contracts-booking';
import { DomainError, Malformed, newId } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { type Promotion, promotionCode } from '../../domain/promotion';
import { PromotionStore } from '../../persistence/promotion.store';
import { ResourceStore } from '../../persistence/resource.store';
import { OwnedResource } from '../calendars/owned-resource';
import { promotionView } from './promotion-view';

const PROMOTIONS_AT_MOST = 100;

/** The owner of a listing makes a promotion. */
@Injectable()
export class CreatePromotion {
  constructor(
    private readonly database: Database,
    private readonly owned: OwnedResource,
    private readonly resources: ResourceStore,
    private readonly promotions: PromotionStore,
    private readonly clock: Clock,
  ) {}

  async execute(request: CreatePromotionRequest, context: MessageContext): Promise<PromotionView> {
    const { price } = await this.owned.of(request.listingId, context);
    refuseContradictions(request);
    return this.database.command(context, request, async (tx) => {
      await this.resources.lock(tx, [request.listingId]);
      const promotion = promotionOf(request, price.currency, this.clock.now());
      if (await this.promotions.isKnown(tx, promotion.resourceId, promotion.code)) throw new DomainError(PromotionKnown);
      const count = await this.promotions.count(tx, promotion.resourceId);
      if (count >= PROMOTIONS_AT_MOST) throw new DomainError(TooManyPromotions, `A listing has at most ${PROMOTIONS_AT_MOST} promotions.`);
      await this.promotions.add(tx, promotion);
      return promotionView({ promotion, uses: 0 });
    });
  }
}

function refuseContradictions({ percent, amount, validFrom, validTo, stayFrom, stayTo }: CreatePromotionRequest): void {
  const errors = [
    ...((percent === undefined) === (amount === undefined) ? [{ path: 'percent', message: 'or amount must be given, and not both' }] : []),
    ...(validFrom !== undefined && validTo !== undefined && Date.parse(validFrom) >= Date.parse(validTo) ? [{ path: 'validTo', message: 'must be later than validFrom' }] : []),
    ...(stayFrom !== undefined && stayTo !== undefined && stayFrom >= stayTo ? [{ path: 'stayTo', message: 'must be later than stayFrom' }] : []),
  ];
  if (errors.length > 0) throw new DomainError(Malformed, undefined, { errors });
}

function promotionOf({ listingId, code, percent, amount, validFrom, validTo, stayFrom, stayTo, maxUses, maxUsesPerPerson, minUnits }: CreatePromotionRequest, currency: string, now: Date): Promotion {
  return {
    id: newId(now.getTime()),
    resourceId: listingId,
    code: promotionCode(code),
    ...(percent !== undefined && { percent }),
    ...(amount !== undefined && { amount }),
    currency,
    validFrom: validFrom === undefined ? null : new Date(validFrom),
    validTo: validTo === undefined ? null : new Date(validTo),
    stayFrom: stayFrom ?? null,
    stayTo: stayTo ?? null,
    maxUses: maxUses ?? null,
    maxUsesPerPerson: maxUsesPerPerson ?? null,
    minUnits: minUnits ?? null,
    createdAt: now,
  };
}

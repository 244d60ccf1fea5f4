import { Injectable } from '@nestjs/common';
import type { RemovePromotionRequest } from '@bookable/contracts-booking';
import { DomainError, NotFound } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { promotionCode } from '../../domain/promotion';
import { PromotionStore } from '../../persistence/promotion.store';
import { ResourceStore } from '../../persistence/resource.store';
import { OwnedResource } from '../calendars/owned-resource';

/** The owner takes a promotion back. Nobody books with it from that moment on; who has, keeps it. */
@Injectable()
export class RemovePromotion {
  constructor(
    private readonly database: Database,
    private readonly owned: OwnedResource,
    private readonly resources: ResourceStore,
    private readonly promotions: PromotionStore,
    private readonly clock: Clock,
  ) {}

  async execute({ listingId, code }: RemovePromotionRequest, context: MessageContext): Promise<void> {
    await this.owned.of(listingId, context);
    await this.database.transaction(async (tx) => {
      await this.resources.lock(tx, [listingId]);
      if (!(await this.promotions.remove(tx, listingId, promotionCode(code), this.clock.now()))) throw new DomainError(NotFound, 'There is no such promotion.');
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { FindPromotionsRequest, PromotionView } from '@bookable/contracts-booking';
import { type Page, pageOf } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { PromotionStore } from '../../persistence/promotion.store';
import { lastIdOf } from '../last-id';
import { OwnedResource } from '../calendars/owned-resource';
import { promotionView } from './promotion-view';

const LIMIT = 20;

/** Shows an owner the promotions of a listing and how often each is used, newest first. */
@Injectable()
export class FindPromotions {
  constructor(
    private readonly owned: OwnedResource,
    private readonly promotions: PromotionStore,
  ) {}

  async execute({ listingId, cursor, limit = LIMIT }: FindPromotionsRequest, context: MessageContext): Promise<Page<PromotionView>> {
    await this.owned.of(listingId, context);
    return pageOf(await this.promotions.page(listingId, lastIdOf(cursor), limit), limit, promotionView, ({ promotion }) => [promotion.id]);
  }
}

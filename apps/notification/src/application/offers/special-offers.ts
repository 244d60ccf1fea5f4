import type { FindSpecialOffersRequest, SendSpecialOfferRequest, SpecialOfferView } from '@bookable/contracts-notification';
import { AUDITED } from '@bookable/contracts-operations';
import { type CursorKey, type Page, cursorKey, isId, newId, pageOf } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { SpecialOfferStore } from '../../persistence/special-offer.store';
import { insistOnAdmin } from '../admin-only';

/** An administrator has an offer mailed, and sees how far it has come. */
@Injectable()
export class SpecialOffers {
  constructor(
    private readonly database: Database,
    private readonly offers: SpecialOfferStore,
    private readonly clock: Clock,
  ) {}

  async send(request: SendSpecialOfferRequest, context: MessageContext): Promise<SpecialOfferView> {
    insistOnAdmin(context);
    const { en, ru } = request;
    return this.database.command(context, request, (tx) => {
      const id = newId();
      tx.audit({ action: AUDITED.specialOfferSent, as: 'admin', subject: `special-offer ${id}` });
      return this.offers.add(tx, id, { en, ru }, this.clock.now());
    });
  }

  async find({ cursor, limit = 20 }: FindSpecialOffersRequest, context: MessageContext): Promise<Page<SpecialOfferView>> {
    insistOnAdmin(context);
    const [beforeId] = cursor === undefined ? [] : cursorKey(cursor, isKeyOfOffer);
    return pageOf(await this.offers.page(beforeId, limit + 1), limit, (row) => row, ({ id }) => [id]);
  }
}

function isKeyOfOffer(key: CursorKey): key is readonly [string] {
  return key.length === 1 && isId(key[0]);
}

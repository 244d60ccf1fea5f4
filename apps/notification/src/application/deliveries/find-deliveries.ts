import type { DeliveryView, FindDeliveriesRequest } from '@bookable/contracts-notification';
import { AUDITED } from '@bookable/contracts-operations';
import { type CursorKey, type Page, cursorKey, isId, pageOf } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { DeliveryLedgerStore } from '../../persistence/delivery-ledger.store';
import { insistOnAdmin } from '../admin-only';
import { auditReading } from '../audit-reading';

/** Shows administrators what was sent to whom, and what became of it. */
@Injectable()
export class FindDeliveries {
  constructor(
    private readonly database: Database,
    private readonly ledger: DeliveryLedgerStore,
  ) {}

  async execute({ status, channel, userId: personId, cursor, limit = 20 }: FindDeliveriesRequest, context: MessageContext): Promise<Page<DeliveryView>> {
    insistOnAdmin(context);
    const [beforeId] = cursor === undefined ? [] : cursorKey(cursor, isKeyOfDelivery);
    const rows = await this.ledger.page({ status, channel, personId, beforeId, limit: limit + 1 });
    await auditReading(this.database, AUDITED.deliveriesRead, rows.slice(0, limit).map(({ userId }) => userId));
    return pageOf(rows, limit, (row) => row, ({ id }) => [id]);
  }
}

function isKeyOfDelivery(key: CursorKey): key is readonly [string] {
  return key.length === 1 && isId(key[0]);
}

import type { DeadAddressRequest, DeadAddressView, FindDeadAddressesRequest } from '@bookable/contracts-notification';
import { AUDITED } from '@bookable/contracts-operations';
import { type CursorKey, DomainError, NotFound, type Page, cursorKey, isId, pageOf } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { DeadAddressStore } from '../../persistence/dead-address.store';
import { insistOnAdmin } from '../admin-only';

/** Shows administrators which addresses are not mailed any more, and lets them have one mailed again. */
@Injectable()
export class DeadAddresses {
  constructor(
    private readonly database: Database,
    private readonly addresses: DeadAddressStore,
  ) {}

  async find({ address, cursor, limit = 20 }: FindDeadAddressesRequest, context: MessageContext): Promise<Page<DeadAddressView>> {
    insistOnAdmin(context);
    const [beforeId] = cursor === undefined ? [] : cursorKey(cursor, isKeyOfAddress);
    const page = pageOf(await this.addresses.page(address, beforeId, limit + 1), limit, (row) => row, ({ id }) => [id]);
    if (page.items.length > 0) await this.database.transaction(async (tx) => tx.audit({ action: AUDITED.deadAddressesRead, as: 'admin', facts: { addresses: page.items.length } }));
    return page;
  }

  async revive({ id }: DeadAddressRequest, context: MessageContext): Promise<void> {
    insistOnAdmin(context);
    await this.database.transaction(async (tx) => {
      if (!(await this.addresses.revive(tx, id))) throw new DomainError(NotFound, 'There is no such address.');
      tx.audit({ action: AUDITED.addressRevived, as: 'admin', subject: `dead-address ${id}` });
    });
  }
}

function isKeyOfAddress(key: CursorKey): key is readonly [string] {
  return key.length === 1 && isId(key[0]);
}

import { DeliveryForgotten, type DeliveryRequest, DeliverySettled, type DeliveryView } from '@bookable/contracts-notification';
import { AUDITED } from '@bookable/contracts-operations';
import { DomainError, NotFound } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import { Database, type Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import { DeliveryLedgerStore } from '../../persistence/delivery-ledger.store';
import { insistOnAdmin } from '../admin-only';
import { DeliveryBell } from '../delivery-bell';

/** An administrator has a dead delivery tried anew. Two who do so at once have it tried once: the second finds it waiting. */
@Injectable()
export class ReplayDelivery {
  constructor(
    private readonly database: Database,
    private readonly ledger: DeliveryLedgerStore,
    private readonly bell: DeliveryBell,
  ) {}

  async execute({ id }: DeliveryRequest, context: MessageContext): Promise<DeliveryView> {
    insistOnAdmin(context);
    const delivery = await this.database.transaction((tx) => this.replay(tx, id));
    this.bell.ring();
    return delivery;
  }

  private async replay(tx: Transaction, id: string): Promise<DeliveryView> {
    const delivery = await this.ledger.lock(tx, id);
    if (!delivery) throw new DomainError(NotFound, 'There is no such delivery.');
    if (delivery.status === 'waiting' || delivery.status === 'held') return delivery;
    if (delivery.status !== 'dead') throw new DomainError(DeliverySettled, `The delivery was ${delivery.status}.`, { status: delivery.status });
    const replayed = delivery.replayable ? await this.ledger.replay(tx, id) : undefined;
    if (!replayed) throw new DomainError(DeliveryForgotten);
    tx.audit({ action: AUDITED.deliveryReplayed, as: 'admin', subject: `delivery ${id}`, affects: [delivery.userId] });
    return replayed;
  }
}

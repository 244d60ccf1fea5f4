import { newId } from '@bookable/kernel';
import { Database, type Transaction } from '@bookable/platform-database';
import { Clock } from '@bookable/platform-runtime';
import { Injectable } from '@nestjs/common';
import { factKey } from '../domain/fact-key';
import { DIGEST, DeliveryStore, type NewDelivery } from '../persistence/delivery.store';
import { type HeldDelivery, HeldDeliveryStore } from '../persistence/held-delivery.store';
import { DeliveryBell } from './delivery-bell';

const READERS_AT_ONCE = 50;

/**
 * Makes one mail a day of what was held for somebody, by any number of replicas. What was held and the mail that tells it
 * change hands in one transaction: whoever dies over it leaves all as it was, and nothing is told twice.
 */
@Injectable()
export class GatherDigests {
  constructor(
    private readonly database: Database,
    private readonly held: HeldDeliveryStore,
    private readonly deliveries: DeliveryStore,
    private readonly bell: DeliveryBell,
    private readonly clock: Clock,
  ) {}

  /** Answers for how many people something was due. */
  async execute(): Promise<number> {
    const readers = await this.held.readersDue(this.clock.now(), READERS_AT_ONCE);
    for (const personId of readers) await this.database.transaction((tx) => this.gather(tx, personId));
    if (readers.length > 0) this.bell.ring();
    return readers.length;
  }

  private async gather(tx: Transaction, personId: string): Promise<void> {
    const all = await this.held.lock(tx, personId, this.clock.now());
    const timely = all.filter(({ hasExpired }) => !hasExpired);
    await this.held.drop(tx, all.filter(({ hasExpired }) => hasExpired).map(({ id }) => id));
    const last = timely.at(-1);
    if (!last) return;
    const digest = digestOf(personId, timely, last);
    await this.held.gather(tx, timely.map(({ id }) => id), digest.id);
    await this.deliveries.add(tx, [digest]);
  }
}

/** It goes where the last of what it tells was to go, in the language that was told in. */
function digestOf(personId: string, held: readonly HeldDelivery[], { id, locale, address, name }: HeldDelivery): NewDelivery {
  const items = held.map(({ letter }) => ({ title: letter.notice?.title ?? '', text: letter.notice?.text ?? '', path: letter.path }));
  const letter = { type: DIGEST, content: {}, items, path: '/notifications', isSecret: false, isMandatory: false } as const;
  return { id: newId(), factKey: factKey('notification.digest', personId, id), personId, channel: 'email', template: DIGEST, locale, address, name, letter, expiresAt: null };
}

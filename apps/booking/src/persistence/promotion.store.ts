import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@bookable/platform-database';
import { IsNull, LessThan } from 'typeorm';
import type { Promotion, PromotionUses } from '../domain/promotion';
import { PromotionTable } from './promotion.table';

/** A promotion, and how many bookings have it. */
export interface UsedPromotion {
  readonly promotion: Promotion;
  readonly uses: number;
}

const USES = 'SELECT count(*)::integer AS "inAll", count(*) FILTER (WHERE renter_id = $2)::integer AS "ofPerson" FROM promotion_use WHERE promotion_id = $1';
const USES_OF_MANY = 'SELECT promotion_id AS id, count(*)::integer AS uses FROM promotion_use WHERE promotion_id = ANY ($1) GROUP BY promotion_id';

/** Keeps promotions. That none is used more often than allowed is held by `place_bookings_with_promotions`. */
@Injectable()
export class PromotionStore {
  constructor(private readonly database: Database) {}

  /** The promotion of a listing that goes by a code now. */
  async find(resourceId: string, code: string): Promise<Promotion | undefined> {
    const row = await this.database.transaction((tx) => tx.manager.findOneBy(PromotionTable, { resourceId, code, removedAt: IsNull() }));
    return row ? promotionOf(row) : undefined;
  }

  /** How often it is used at this moment; a placement counts again behind the lock. */
  async uses(promotionId: string, renterId: string | null): Promise<PromotionUses> {
    const [uses] = await this.database.query<PromotionUses>(USES, [promotionId, renterId], { name: 'promotion-uses' });
    return uses!;
  }

  /** How many a listing has now; certain behind the lock of its resource. */
  count(tx: Transaction, resourceId: string): Promise<number> {
    return tx.manager.countBy(PromotionTable, { resourceId, removedAt: IsNull() });
  }

  /** Whether a listing has one of this code now; certain behind the lock of its resource. */
  isKnown(tx: Transaction, resourceId: string, code: string): Promise<boolean> {
    return tx.manager.existsBy(PromotionTable, { resourceId, code, removedAt: IsNull() });
  }

  async add(tx: Transaction, promotion: Promotion): Promise<void> {
    await tx.manager.insert(PromotionTable, { ...promotion, removedAt: null });
  }

  /** Takes a promotion back, behind the lock of its resource; false where there is none. */
  async remove(tx: Transaction, resourceId: string, code: string, now: Date): Promise<boolean> {
    const { affected } = await tx.manager.update(PromotionTable, { resourceId, code, removedAt: IsNull() }, { removedAt: now });
    return affected === 1;
  }

  /** The promotions of a listing, newest first, up to one more than asked for. */
  async page(resourceId: string, beforeId: string | undefined, limit: number): Promise<UsedPromotion[]> {
    return this.database.transaction(async (tx) => {
      const older = beforeId === undefined ? {} : { id: LessThan(beforeId) };
      const rows = await tx.manager.find(PromotionTable, { where: { resourceId, removedAt: IsNull(), ...older }, order: { id: 'DESC' }, take: limit + 1 });
      const counted = await tx.query<{ id: string; uses: number }>(USES_OF_MANY, [rows.map(({ id }) => id)]);
      const uses = new Map(counted.map((row) => [row.id, row.uses]));
      return rows.map((row) => ({ promotion: promotionOf(row), uses: uses.get(row.id) ?? 0 }));
    });
  }

  /** A booking whose lock is held has ended without a stay: somebody else may use what it had. */
  async giveBack(tx: Transaction, bookingId: string): Promise<void> {
    await tx.query('DELETE FROM promotion_use WHERE booking_id = $1', [bookingId]);
  }
}

function promotionOf({ percent, amount, removedAt: _, ...kept }: PromotionTable): Promotion {
  return { ...kept, ...(percent !== null && { percent }), ...(amount !== null && { amount }) };
}

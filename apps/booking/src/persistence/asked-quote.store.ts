import { Injectable } from '@nestjs/common';
import type { Money } from '@bookable/kernel';
import { Database } from '@bookable/platform-database';
import type { PromotionTerms } from '../domain/quote/quote-line';
import type { StayWish } from '../domain/stay';

/** A wish that was quoted, how often on one day, and what it came to last; not a word about who asked. */
export interface AskedQuote {
  readonly resourceId: string;
  /** The day where the listing is. */
  readonly askedOn: string;
  readonly wish: StayWish & { readonly promotion?: PromotionTerms };
  readonly times: number;
  readonly total: Money;
}

/** Anybody may ask, so of one listing no more different wishes than so many are kept for a day. */
const DIFFERENT_A_DAY = 500;

const KEEP = `
  INSERT INTO asked_quote AS kept (resource_id, asked_on, wish, times, total_amount, currency)
  SELECT resource_id, asked_on, wish, times, total_amount, currency
  FROM json_to_recordset($1) AS asked (resource_id uuid, asked_on text, wish jsonb, times integer, total_amount bigint, currency text)
  WHERE (SELECT count(*) FROM asked_quote AS other WHERE other.resource_id = asked.resource_id AND other.asked_on = asked.asked_on) < $2
    OR EXISTS (SELECT FROM asked_quote AS same WHERE (same.resource_id, same.asked_on, same.wish) = (asked.resource_id, asked.asked_on, asked.wish))
  ORDER BY resource_id, asked_on, wish
  ON CONFLICT (resource_id, asked_on, wish)
  DO UPDATE SET times = kept.times + excluded.times, total_amount = excluded.total_amount, currency = excluded.currency`;

/** Keeps what was asked, for previews of other prices. */
@Injectable()
export class AskedQuoteStore {
  constructor(private readonly database: Database) {}

  /** Adds to what was asked; all in one statement, in an order that no two replicas can cross. */
  async keep(asked: readonly AskedQuote[]): Promise<void> {
    const rows = asked.map(({ resourceId, askedOn, wish, times, total }) => ({
      resource_id: resourceId, asked_on: askedOn, wish, times, total_amount: total.amount, currency: total.currency,
    }));
    await this.database.query(KEEP, [JSON.stringify(rows), DIFFERENT_A_DAY], { name: 'keep-asked-quotes' });
  }

  /** Forgets some of what was asked before a day; says how many. */
  async forgetBefore(day: string, atMost: number): Promise<number> {
    const [row] = await this.database.query<{ forgotten: number }>(
      `WITH gone AS (
         DELETE FROM asked_quote WHERE id IN (SELECT id FROM asked_quote WHERE asked_on < $1 LIMIT $2 FOR UPDATE SKIP LOCKED) RETURNING 1
       ) SELECT count(*)::integer AS forgotten FROM gone`,
      [day, atMost],
    );
    return row?.forgotten ?? 0;
  }
}

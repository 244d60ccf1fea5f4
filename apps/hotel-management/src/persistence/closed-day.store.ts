import type { Queryable, Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import type { BusinessDay } from '../domain/business-day';

/** A hotel whose next day is to be closed. */
export interface DueHotel {
  readonly id: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly createdAt: Date;
  /** Not known before somebody has looked for the first time. */
  readonly nextDay: string | null;
  /** When the last day that was closed has ended. */
  readonly lastEndedAt: Date | null;
}

/** Money that changed hands on a day, in one currency. */
export interface DayIncomeRow {
  readonly currency: string;
  readonly paidAmount: number;
  readonly refundedAmount: number;
}

/** A day that is closed. */
export interface ClosedDayRow {
  readonly day: string;
  readonly timeZone: string;
  readonly closedAt: Date;
  readonly nightsSold: number;
  readonly nightsAvailable: number;
  readonly arrivals: number;
  readonly departures: number;
  readonly noShowIds: readonly string[];
  readonly overdueIds: readonly string[];
  readonly income: readonly DayIncomeRow[];
}

/** What is known of a day that is being closed beside what the store counts itself. */
export type DayToClose = Pick<ClosedDayRow, 'timeZone' | 'closedAt' | 'nightsSold' | 'nightsAvailable' | 'noShowIds'>;

const IS_DUE = '(next_close_at IS NULL OR next_close_at <= $1)';
const NEXT_DUE = `SELECT id FROM hotel WHERE ${IS_DUE} AND id <> ALL ($2::uuid[]) ORDER BY next_close_at NULLS FIRST LIMIT 1`;
const DUE = `
  SELECT id, time_zone AS "timeZone", currency::text, created_at AS "createdAt", next_day_to_close::text AS "nextDay",
         (SELECT max(ends_at) FROM closed_day WHERE hotel_id = hotel.id) AS "lastEndedAt"
  FROM hotel WHERE ${IS_DUE} AND id = $2`;
const CLOSE = `
  WITH stay AS (
    SELECT id, checked_in_at, checked_out_at, ends_at FROM reservation
    WHERE hotel_id = $1 AND (status = 'in_progress' OR (status = 'completed' AND checked_out_at >= $4)) AND checked_in_at < $6
  ), closed AS (
    INSERT INTO closed_day (hotel_id, day, time_zone, begins_at, ends_at, closes_at, closed_at, nights_sold, nights_available, no_show_ids, arrivals, departures, overdue_ids)
    SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, count(*) FILTER (WHERE checked_in_at >= $4 AND checked_in_at < $5), count(*) FILTER (WHERE checked_out_at < $5),
           coalesce(array_agg(id ORDER BY id) FILTER (WHERE ends_at <= $5 AND (checked_out_at IS NULL OR checked_out_at >= $5)), '{}')
    FROM stay RETURNING hotel_id, day
  )
  INSERT INTO closed_day_income (hotel_id, day, currency, paid_amount, refunded_amount)
  SELECT closed.hotel_id, closed.day, currency, sum(greatest(amount, 0)), sum(greatest(-amount, 0))
  FROM closed JOIN payment ON payment.hotel_id = closed.hotel_id AND at >= $4 AND at < $5 GROUP BY closed.hotel_id, closed.day, currency`;
const SHOWN = `
  SELECT day::text, time_zone AS "timeZone", closed_at AS "closedAt", nights_sold AS "nightsSold", nights_available AS "nightsAvailable", arrivals, departures,
         no_show_ids AS "noShowIds", overdue_ids AS "overdueIds",
         (SELECT coalesce(json_agg(json_build_object('currency', currency, 'paidAmount', paid_amount, 'refundedAmount', refunded_amount) ORDER BY currency), '[]')
          FROM closed_day_income AS income WHERE income.hotel_id = closed_day.hotel_id AND income.day = closed_day.day) AS income
  FROM closed_day WHERE hotel_id = $1 AND day >= $2 AND day < $3 AND ($4::date IS NULL OR day > $4) ORDER BY day LIMIT $5`;

/** Keeps the days that are closed, and which is to be closed next. */
@Injectable()
export class ClosedDayStore {
  /** A hotel whose next day may be due. */
  async nextDue(queryable: Queryable, now: Date, passedOver: readonly string[]): Promise<string | undefined> {
    const [hotel] = await queryable.query<{ id: string }>(NEXT_DUE, [now, passedOver], { name: 'next-due-hotel' });
    return hotel?.id;
  }

  /** The hotel, where its next day may still be due: whoever asks holds it. */
  async due(tx: Transaction, hotelId: string, now: Date): Promise<DueHotel | undefined> {
    const [hotel] = await tx.query<DueHotel>(DUE, [now, hotelId], { name: 'due-hotel' });
    return hotel;
  }

  /** Writes down which day is next, and when somebody is to look again. */
  async awaitDay(tx: Transaction, hotelId: string, day: string, closesAtMs: number): Promise<void> {
    await tx.query('UPDATE hotel SET next_day_to_close = $2, next_close_at = $3 WHERE id = $1', [hotelId, day, new Date(closesAtMs)]);
  }

  /** Freezes a day as the ledger has it now. */
  async close(tx: Transaction, hotelId: string, { day, beginsAtMs, endsAtMs, closesAtMs }: BusinessDay, known: DayToClose): Promise<void> {
    const { timeZone, closedAt, nightsSold, nightsAvailable, noShowIds } = known;
    await tx.query(CLOSE, [hotelId, day, timeZone, new Date(beginsAtMs), new Date(endsAtMs), new Date(closesAtMs), closedAt, nightsSold, nightsAvailable, noShowIds]);
  }

  page(queryable: Queryable, hotelId: string, { from, to, after, limit }: { readonly from: string; readonly to: string; readonly after: string | null; readonly limit: number }): Promise<ClosedDayRow[]> {
    return queryable.query<ClosedDayRow>(SHOWN, [hotelId, from, to, after, limit]);
  }
}

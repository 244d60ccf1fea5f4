import { IDS } from './sound-world';

/** The ways to break what must always be true of the money of a hotel, by the name of the invariant. */
export const PLANTED_IN_THE_BOOKS: Readonly<Record<string, readonly string[]>> = {
  'what was given back of a payment is what its refunds sum to, and never more than was paid': [
    `UPDATE hotel_management.payment SET refunded_amount = 4999 WHERE id = '${IDS.payment}'`,
    `DELETE FROM hotel_management.payment WHERE amount < 0`,
    `DELETE FROM hotel_management.payment WHERE id = '${IDS.payment}'`,
    `ALTER TABLE hotel_management.payment DROP CONSTRAINT payment_is_refunded_once;
     UPDATE hotel_management.payment SET amount = -20001 WHERE amount < 0; UPDATE hotel_management.payment SET refunded_amount = 20001 WHERE id = '${IDS.payment}'`,
    `UPDATE hotel_management.payment SET currency = 'USD' WHERE amount < 0`,
  ],
  'what a closed day says of money, nights and rooms is what was written down of them': [
    `UPDATE hotel_management.closed_day_income SET paid_amount = 19999`,
    `UPDATE hotel_management.payment SET at = at - interval '1 day' WHERE amount < 0`,
    `DELETE FROM hotel_management.closed_day_income`,
    `UPDATE hotel_management.closed_day SET nights_sold = 1`,
    `UPDATE hotel_management.closed_day SET nights_available = 0`,
    `UPDATE hotel_management.closed_day SET arrivals = 1`,
    `UPDATE hotel_management.closed_day SET departures = 1`,
    `UPDATE hotel_management.room SET removed_at = ends_at - interval '1 second' FROM hotel_management.closed_day AS day WHERE day.hotel_id = room.hotel_id`,
  ],
  'the days of a hotel are closed in turn, each beginning where the one before ended, and what was missed on them is marked so': [
    `DELETE FROM hotel_management.closed_day WHERE day = current_date - 3`,
    `UPDATE hotel_management.closed_day SET begins_at = begins_at + interval '1 second'`,
    `UPDATE hotel_management.hotel SET next_day_to_close = current_date`,
    `UPDATE hotel_management.closed_day SET no_show_ids = ARRAY['${IDS.reservation}'::uuid]`,
    `ALTER TABLE hotel_management.closed_day DROP CONSTRAINT closed_day_check2; UPDATE hotel_management.closed_day SET closed_at = ends_at - interval '1 hour'`,
  ],
};

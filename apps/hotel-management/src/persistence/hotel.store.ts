import { Injectable } from '@nestjs/common';
import type { PriceRule } from '@bookable/kernel';
import type { Queryable, Transaction } from '@bookable/platform-database';
import type { BaseRate, Rates } from '../domain/room-type';
import type { StaffRole } from '../domain/staff';

export interface HotelRow {
  readonly id: string;
  readonly ownerId: string;
  readonly name: string;
  readonly city: string;
  readonly timeZone: string;
  readonly address: string | null;
  readonly lat: number;
  readonly lng: number;
  readonly currency: string;
  readonly checkIn: string;
  readonly checkOut: string;
  readonly cleaningMinutes: number;
  readonly baseRates: BaseRate[];
  readonly minibarAmount: number;
  readonly rateRules: PriceRule[];
  readonly createdAt: Date;
}

/** A hotel as seen by somebody: their role in it is null where they have none. */
export interface HotelForSomebody extends HotelRow {
  readonly role: StaffRole | null;
}

export type HotelTermsRow = Omit<HotelRow, 'id' | 'ownerId' | 'baseRates' | 'minibarAmount' | 'rateRules' | 'createdAt'>;

const COLUMNS = `id, owner_id AS "ownerId", name, city, time_zone AS "timeZone", address, lat, lng, currency, check_in AS "checkIn",
  check_out AS "checkOut", cleaning_minutes AS "cleaningMinutes", base_rates AS "baseRates", minibar_amount AS "minibarAmount", rate_rules AS "rateRules", created_at AS "createdAt"`;

const ROLE = '(SELECT role FROM staff_member WHERE hotel_id = hotel.id AND user_id = $2) AS role';

const termValues = (terms: HotelTermsRow) => [terms.name, terms.city, terms.timeZone, terms.address, terms.lat, terms.lng, terms.currency, terms.checkIn, terms.checkOut, terms.cleaningMinutes];

/**
 * How one holds a hotel: alone, or beside others who each touch no more than a reservation or a room that they have locked,
 * and find out by the constraints of the database that somebody was faster.
 */
export type Hold = 'alone' | 'beside others';

// Whoever waits for a hotel gets it in turn; behind a lock of its row those who share it would let nobody have it alone.
const lockHotel = (kind: string): string => `SELECT pg_advisory_xact_lock${kind}(hashtext('hotel' || current_schema()), hashtext($1::text))`;
const LOCKS: Readonly<Record<Hold, { readonly sql: string; readonly name: string }>> = {
  alone: { sql: lockHotel(''), name: 'lock-hotel' },
  'beside others': { sql: lockHotel('_shared'), name: 'share-hotel' },
};

@Injectable()
export class HotelStore {
  async add(tx: Transaction, id: string, ownerId: string, terms: HotelTermsRow, now: Date): Promise<HotelRow> {
    const [hotel] = await tx.query<HotelRow>(
      `INSERT INTO hotel (id, owner_id, created_at, name, city, time_zone, address, lat, lng, currency, check_in, check_out, cleaning_minutes)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING ${COLUMNS}`,
      [id, ownerId, now, ...termValues(terms)],
    );
    return hotel!;
  }

  async change(tx: Transaction, id: string, terms: HotelTermsRow): Promise<HotelRow> {
    const [hotel] = await tx.query<HotelRow>(
      `UPDATE hotel SET name = $2, city = $3, time_zone = $4, address = $5, lat = $6, lng = $7, currency = $8, check_in = $9, check_out = $10, cleaning_minutes = $11
       WHERE id = $1 RETURNING ${COLUMNS}`,
      [id, ...termValues(terms)],
    );
    return hotel!;
  }

  async setRates(tx: Transaction, id: string, { base, minibar, rules = [] }: Rates): Promise<HotelRow> {
    const [hotel] = await tx.query<HotelRow>(`UPDATE hotel SET base_rates = $2, minibar_amount = $3, rate_rules = $4 WHERE id = $1 RETURNING ${COLUMNS}`, [
      id,
      JSON.stringify(base),
      minibar,
      JSON.stringify(rules),
    ]);
    return hotel!;
  }

  async handOver(tx: Transaction, id: string, ownerId: string): Promise<HotelRow> {
    const [hotel] = await tx.query<HotelRow>(`UPDATE hotel SET owner_id = $2 WHERE id = $1 RETURNING ${COLUMNS}`, [id, ownerId]);
    return hotel!;
  }

  async find(queryable: Queryable, id: string): Promise<HotelRow | undefined> {
    const [hotel] = await queryable.query<HotelRow>(`SELECT ${COLUMNS} FROM hotel WHERE id = $1`, [id], { name: 'find-hotel' });
    return hotel;
  }

  /** The hotel, and what somebody is in it. */
  async findFor(queryable: Queryable, id: string, userId: string): Promise<HotelForSomebody | undefined> {
    const [hotel] = await queryable.query<HotelForSomebody>(`SELECT ${COLUMNS}, ${ROLE} FROM hotel WHERE id = $1`, [id, userId], { name: 'find-hotel-for' });
    return hotel;
  }

  /** Locks the hotel for somebody: whatever changes its rooms, rates or staff goes one after another. */
  async lockFor(tx: Transaction, id: string, userId: string, hold: Hold): Promise<HotelForSomebody | undefined> {
    const [, hotel] = await Promise.all([this.lock(tx, id, hold), this.findFor(tx, id, userId)]);
    return hotel;
  }

  async lock(tx: Transaction, id: string, hold: Hold = 'alone'): Promise<void> {
    const { sql, name } = LOCKS[hold];
    await tx.query(sql, [id], { name });
  }

  async findPageOfStaff(queryable: Queryable, userId: string, before: string | null, limit: number): Promise<HotelForSomebody[]> {
    return queryable.query<HotelForSomebody>(
      `SELECT ${COLUMNS}, ${ROLE} FROM hotel
       WHERE id IN (SELECT hotel_id FROM staff_member WHERE user_id = $2) AND ($1::uuid IS NULL OR id < $1) ORDER BY id DESC LIMIT $3`,
      [before, userId, limit],
    );
  }
}

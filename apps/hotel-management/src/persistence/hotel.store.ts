import { Injectable } from '@nestjs/common';
import type { Queryable, Transaction } from '@bookable/platform-database';
import type { BaseRate } from '../domain/room-type';

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
  readonly baseRates: BaseRate[];
  readonly minibarAmount: number;
  readonly createdAt: Date;
}

export type HotelTermsRow = Omit<HotelRow, 'id' | 'ownerId' | 'baseRates' | 'minibarAmount' | 'createdAt'>;

const COLUMNS = `id, owner_id AS "ownerId", name, city, time_zone AS "timeZone", address, lat, lng, currency, check_in AS "checkIn",
  check_out AS "checkOut", base_rates AS "baseRates", minibar_amount AS "minibarAmount", created_at AS "createdAt"`;

const termValues = (terms: HotelTermsRow) => [terms.name, terms.city, terms.timeZone, terms.address, terms.lat, terms.lng, terms.currency, terms.checkIn, terms.checkOut];

@Injectable()
export class HotelStore {
  async add(tx: Transaction, id: string, ownerId: string, terms: HotelTermsRow, now: Date): Promise<HotelRow> {
    const [hotel] = await tx.query<HotelRow>(
      `INSERT INTO hotel (id, owner_id, created_at, name, city, time_zone, address, lat, lng, currency, check_in, check_out)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING ${COLUMNS}`,
      [id, ownerId, now, ...termValues(terms)],
    );
    return hotel!;
  }

  async change(tx: Transaction, id: string, terms: HotelTermsRow): Promise<HotelRow> {
    const [hotel] = await tx.query<HotelRow>(
      `UPDATE hotel SET name = $2, city = $3, time_zone = $4, address = $5, lat = $6, lng = $7, currency = $8, check_in = $9, check_out = $10
       WHERE id = $1 RETURNING ${COLUMNS}`,
      [id, ...termValues(terms)],
    );
    return hotel!;
  }

  async setRates(tx: Transaction, id: string, base: readonly BaseRate[], minibarAmount: number): Promise<HotelRow> {
    const [hotel] = await tx.query<HotelRow>(`UPDATE hotel SET base_rates = $2, minibar_amount = $3 WHERE id = $1 RETURNING ${COLUMNS}`, [
      id,
      JSON.stringify(base),
      minibarAmount,
    ]);
    return hotel!;
  }

  async find(queryable: Queryable, id: string): Promise<HotelRow | undefined> {
    const [hotel] = await queryable.query<HotelRow>(`SELECT ${COLUMNS} FROM hotel WHERE id = $1`, [id]);
    return hotel;
  }

  /** Locks the hotel: whatever changes its rooms or rates goes one after another. */
  async lock(tx: Transaction, id: string): Promise<HotelRow | undefined> {
    const [hotel] = await tx.query<HotelRow>(`SELECT ${COLUMNS} FROM hotel WHERE id = $1 FOR UPDATE`, [id]);
    return hotel;
  }

  async findPageOfOwner(queryable: Queryable, ownerId: string, before: string | null, limit: number): Promise<HotelRow[]> {
    return queryable.query<HotelRow>(`SELECT ${COLUMNS} FROM hotel WHERE owner_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`, [ownerId, before, limit]);
  }
}

import type { Queryable, Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import type { StaffRole } from '../domain/staff';

/** Somebody who works in a hotel, as they are kept. */
export interface StaffMemberRow {
  readonly id: string;
  readonly hotelId: string;
  readonly userId: string | null;
  readonly email: string | null;
  readonly role: StaffRole;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly birthDate: string | null;
  readonly phone: string | null;
  readonly createdAt: Date;
}

const COLUMNS = `id, hotel_id AS "hotelId", user_id AS "userId", email, role, first_name AS "firstName", last_name AS "lastName",
  birth_date::text AS "birthDate", phone, created_at AS "createdAt"`;

// An account that was let in under its id may also be awaited under its address, in the hotel it works in already.
const LET_IN = `
  UPDATE staff_member AS member SET user_id = $1
  WHERE user_id IS NULL AND lower(email) = lower($2)
    AND NOT EXISTS (SELECT FROM staff_member AS other WHERE other.hotel_id = member.hotel_id AND other.user_id = $1)`;

/** Keeps who works in which hotel. */
@Injectable()
export class StaffStore {
  /** Answers false where the account, or the address, is on the staff of the hotel already. */
  async add(tx: Transaction, member: StaffMemberRow): Promise<boolean> {
    const { id, hotelId, userId, email, role, firstName, lastName, birthDate, phone, createdAt } = member;
    const added = await tx.query(
      `INSERT INTO staff_member (id, hotel_id, user_id, email, role, first_name, last_name, birth_date, phone, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING id`,
      [id, hotelId, userId, email, role, firstName, lastName, birthDate, phone, createdAt],
    );
    return added.length === 1;
  }

  async change(tx: Transaction, { id, role, firstName, lastName, birthDate, phone }: Omit<StaffMemberRow, 'userId' | 'email' | 'hotelId' | 'createdAt'>): Promise<StaffMemberRow> {
    const [member] = await tx.query<StaffMemberRow>(
      `UPDATE staff_member SET role = $2, first_name = $3, last_name = $4, birth_date = $5, phone = $6 WHERE id = $1 RETURNING ${COLUMNS}`,
      [id, role, firstName, lastName, birthDate, phone],
    );
    return member!;
  }

  async remove(tx: Transaction, id: string): Promise<void> {
    await tx.query('DELETE FROM staff_member WHERE id = $1', [id]);
  }

  /** The whole staff; a hotel has few enough people to look at them all. */
  all(queryable: Queryable, hotelId: string): Promise<StaffMemberRow[]> {
    return queryable.query<StaffMemberRow>(`SELECT ${COLUMNS} FROM staff_member WHERE hotel_id = $1 ORDER BY id`, [hotelId]);
  }

  /** Who works in some hotels. */
  ofHotels(queryable: Queryable, hotelIds: readonly string[]): Promise<StaffMemberRow[]> {
    return queryable.query<StaffMemberRow>(`SELECT ${COLUMNS} FROM staff_member WHERE hotel_id = ANY ($1) ORDER BY id`, [hotelIds]);
  }

  findPage(queryable: Queryable, hotelId: string, after: string | null, limit: number): Promise<StaffMemberRow[]> {
    return queryable.query<StaffMemberRow>(
      `SELECT ${COLUMNS} FROM staff_member WHERE hotel_id = $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
      [hotelId, after, limit],
    );
  }

  /** Lets an account in wherever its confirmed address is awaited. */
  async letIn(tx: Transaction, userId: string, email: string): Promise<void> {
    await tx.query(LET_IN, [userId, email]);
  }

  /** Forgets who somebody was whose account is gone; the place of an owner in whose name rooms are let stays, without a name. */
  async forget(tx: Transaction, userId: string): Promise<void> {
    await tx.query(
      `DELETE FROM staff_member WHERE user_id = $1 AND NOT EXISTS (SELECT FROM hotel WHERE hotel.id = hotel_id AND hotel.owner_id = $1)`,
      [userId],
    );
    await tx.query('UPDATE staff_member SET first_name = NULL, last_name = NULL, birth_date = NULL, phone = NULL, email = NULL WHERE user_id = $1', [userId]);
  }
}

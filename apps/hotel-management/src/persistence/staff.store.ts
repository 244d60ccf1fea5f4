import type { Queryable, Transaction } from '@bookable/platform-database';
import { FieldSeals } from '@bookable/platform-sealing';
import { Injectable } from '@nestjs/common';
import type { StaffRole } from '../domain/staff';
import { STAFF_BIRTH_DATE, STAFF_PHONE } from './sealed-columns';

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
  birth_date::text AS "birthDate", sealed_birth_date AS "sealedBirthDate", phone, sealed_phone AS "sealedPhone", created_at AS "createdAt"`;

/** Somebody as the table has them. */
interface KeptStaffMember extends StaffMemberRow {
  readonly sealedBirthDate: Buffer | null;
  readonly sealedPhone: Buffer | null;
}

// An account that was let in under its id may also be awaited under its address, in the hotel it works in already.
const LET_IN = `
  UPDATE staff_member AS member SET user_id = $1
  WHERE user_id IS NULL AND lower(email) = lower($2)
    AND NOT EXISTS (SELECT FROM staff_member AS other WHERE other.hotel_id = member.hotel_id AND other.user_id = $1)`;

/** Keeps who works in which hotel. */
@Injectable()
export class StaffStore {
  constructor(private readonly seals: FieldSeals) {}

  /** Answers false where the account, or the address, is on the staff of the hotel already. */
  async add(tx: Transaction, member: StaffMemberRow): Promise<boolean> {
    const { id, hotelId, userId, email, role, firstName, lastName, createdAt } = member;
    const { birthDate, phone } = this.sealed(member);
    const added = await tx.query(
      `INSERT INTO staff_member (id, hotel_id, user_id, email, role, first_name, last_name, birth_date, sealed_birth_date, phone, sealed_phone, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING RETURNING id`,
      [id, hotelId, userId, email, role, firstName, lastName, birthDate.plain, birthDate.sealed, phone.plain, phone.sealed, createdAt],
    );
    return added.length === 1;
  }

  async change(tx: Transaction, terms: Omit<StaffMemberRow, 'userId' | 'email' | 'hotelId' | 'createdAt'>): Promise<StaffMemberRow> {
    const { id, role, firstName, lastName } = terms;
    const { birthDate, phone } = this.sealed(terms);
    const [member] = await this.read(
      tx,
      `UPDATE staff_member SET role = $2, first_name = $3, last_name = $4, birth_date = $5, sealed_birth_date = $6, phone = $7, sealed_phone = $8
       WHERE id = $1 RETURNING ${COLUMNS}`,
      [id, role, firstName, lastName, birthDate.plain, birthDate.sealed, phone.plain, phone.sealed],
    );
    return member!;
  }

  async remove(tx: Transaction, id: string): Promise<void> {
    await tx.query('DELETE FROM staff_member WHERE id = $1', [id]);
  }

  /** The whole staff; a hotel has few enough people to look at them all. */
  all(queryable: Queryable, hotelId: string): Promise<StaffMemberRow[]> {
    return this.read(queryable, `SELECT ${COLUMNS} FROM staff_member WHERE hotel_id = $1 ORDER BY id`, [hotelId]);
  }

  /** Who works in some hotels. */
  ofHotels(queryable: Queryable, hotelIds: readonly string[]): Promise<StaffMemberRow[]> {
    return this.read(queryable, `SELECT ${COLUMNS} FROM staff_member WHERE hotel_id = ANY ($1) ORDER BY id`, [hotelIds]);
  }

  findPage(queryable: Queryable, hotelId: string, after: string | null, limit: number): Promise<StaffMemberRow[]> {
    return this.read(
      queryable,
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
    await tx.query(
      `UPDATE staff_member SET first_name = NULL, last_name = NULL, birth_date = NULL, sealed_birth_date = NULL, phone = NULL, sealed_phone = NULL, email = NULL WHERE user_id = $1`,
      [userId],
    );
  }

  private sealed({ id, birthDate, phone }: Pick<StaffMemberRow, 'id' | 'birthDate' | 'phone'>) {
    return { birthDate: this.seals.seal(STAFF_BIRTH_DATE, id, birthDate), phone: this.seals.seal(STAFF_PHONE, id, phone) };
  }

  private async read(queryable: Queryable, sql: string, params: readonly unknown[]): Promise<StaffMemberRow[]> {
    return (await queryable.query<KeptStaffMember>(sql, params)).map((member) => this.opened(member));
  }

  private opened({ sealedBirthDate, sealedPhone, ...member }: KeptStaffMember): StaffMemberRow {
    const birthDate = this.seals.open(STAFF_BIRTH_DATE, member.id, { plain: member.birthDate, sealed: sealedBirthDate });
    return { ...member, birthDate, phone: this.seals.open(STAFF_PHONE, member.id, { plain: member.phone, sealed: sealedPhone }) };
  }
}

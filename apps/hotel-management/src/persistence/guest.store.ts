import type { Queryable, Transaction } from '@bookable/platform-database';
import { FieldSeals } from '@bookable/platform-sealing';
import { Injectable } from '@nestjs/common';
import { GUEST_BIRTH_DATE, GUEST_NOTE } from './sealed-columns';

/** What a hotel keeps of a guest. */
export interface GuestTermsRow {
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly note: string | null;
}

/** A guest as they are kept. */
export interface GuestRow extends GuestTermsRow {
  readonly id: string;
  readonly hotelId: string;
  readonly clientNumber: string;
  readonly userId: string | null;
  readonly createdAt: Date;
}

/** Who a guest is. */
export interface NamedGuest extends Pick<GuestRow, 'id' | 'userId' | 'firstName' | 'lastName'> {
  /** Their record, and every one that was merged into it. */
  readonly knownAs: readonly string[];
}

/** Which guests a page is of. */
export interface GuestSearch {
  readonly hotelId: string;
  readonly words: readonly string[];
  /** Only the guest who is this account. */
  readonly userId: string | null;
  readonly before: string | null;
  readonly limit: number;
}

const COLUMNS = `id, hotel_id AS "hotelId", client_number AS "clientNumber", user_id AS "userId", first_name AS "firstName", last_name AS "lastName",
  birth_date::text AS "birthDate", sealed_birth_date AS "sealedBirthDate", phone, email, note, sealed_note AS "sealedNote", created_at AS "createdAt"`;

/** A guest as the table has them. */
interface KeptGuest extends Omit<GuestRow, 'birthDate'> {
  readonly birthDate: string | null;
  readonly sealedBirthDate: Buffer | null;
  readonly sealedNote: Buffer | null;
}

/** The parts a word is made of that LIKE would take for something else. */
export const asWritten = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

// Each word has a condition of its own, so that the index over three letters narrows by every one of them. A word may be
// of a record that was merged into the guest.
function findPage(words: readonly string[]): string {
  const conditions = words.map((_, index) => `AND searched LIKE folded_name($${index + 5})`).join(' ');
  const isFound = words.length === 0 ? '' : `AND id IN (SELECT coalesce(merged_into, id) FROM guest WHERE hotel_id = $1 ${conditions})`;
  return `
    SELECT ${COLUMNS} FROM guest
    WHERE hotel_id = $1 AND merged_into IS NULL AND ($2::uuid IS NULL OR id < $2) AND ($3::uuid IS NULL OR user_id = $3) ${isFound}
    ORDER BY id DESC LIMIT $4`;
}

/** Keeps the guests of hotels. */
@Injectable()
export class GuestStore {
  constructor(private readonly seals: FieldSeals) {}

  /** Answers false where the client number is taken, or the account is a guest of the hotel already. */
  async add(tx: Transaction, guest: GuestRow): Promise<boolean> {
    const { id, hotelId, clientNumber, userId, firstName, lastName, phone, email, createdAt } = guest;
    const { birthDate, note } = this.sealed(id, guest);
    const added = await tx.query(
      `INSERT INTO guest (id, hotel_id, client_number, user_id, first_name, last_name, birth_date, sealed_birth_date, phone, email, note, sealed_note, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT DO NOTHING RETURNING id`,
      [id, hotelId, clientNumber, userId, firstName, lastName, birthDate.plain, birthDate.sealed, phone, email, note.plain, note.sealed, createdAt],
    );
    return added.length === 1;
  }

  async change(tx: Transaction, id: string, terms: GuestTermsRow, userId: string | null): Promise<GuestRow> {
    const { firstName, lastName, phone, email } = terms;
    const { birthDate, note } = this.sealed(id, terms);
    const [guest] = await this.read(
      tx,
      `UPDATE guest SET first_name = $2, last_name = $3, birth_date = $4, sealed_birth_date = $5, phone = $6, email = $7, note = $8, sealed_note = $9, user_id = $10
       WHERE id = $1 RETURNING ${COLUMNS}`,
      [id, firstName, lastName, birthDate.plain, birthDate.sealed, phone, email, note.plain, note.sealed, userId],
    );
    return guest!;
  }

  /** A guest by id; where that record was merged into another one, the other one. */
  async find(queryable: Queryable, hotelId: string, id: string): Promise<GuestRow | undefined> {
    const [guest] = await this.read(
      queryable,
      `SELECT ${COLUMNS} FROM guest WHERE hotel_id = $1 AND id = (SELECT coalesce(merged_into, id) FROM guest WHERE id = $2 AND hotel_id = $1)`,
      [hotelId, id],
    );
    return guest;
  }

  /** Records that stand for themselves, locked in one order for everybody. */
  lock(tx: Transaction, hotelId: string, ids: readonly string[]): Promise<GuestRow[]> {
    return this.read(tx, `SELECT ${COLUMNS} FROM guest WHERE hotel_id = $1 AND id = ANY ($2) AND merged_into IS NULL ORDER BY id FOR UPDATE`, [hotelId, ids]);
  }

  /** Makes one record stand for another, and for all that were merged into that one. */
  async merge(tx: Transaction, duplicateId: string, guestId: string): Promise<void> {
    await tx.query('UPDATE guest SET merged_into = $2 WHERE id = $1 OR merged_into = $1', [duplicateId, guestId]);
  }

  findPage(queryable: Queryable, { hotelId, words, userId, before, limit }: GuestSearch): Promise<GuestRow[]> {
    return this.read(queryable, findPage(words), [hotelId, before, userId, limit, ...words.map(asWritten)]);
  }

  /** The record of an account in a hotel, if there is one. */
  async ofAccount(queryable: Queryable, hotelId: string, userId: string): Promise<GuestRow | undefined> {
    const [guest] = await this.read(queryable, `SELECT ${COLUMNS} FROM guest WHERE hotel_id = $1 AND user_id = $2 AND merged_into IS NULL`, [hotelId, userId]);
    return guest;
  }

  /** The names of those whose records or accounts are given. */
  namesOf(queryable: Queryable, hotelId: string, ids: readonly string[], userIds: readonly string[]): Promise<NamedGuest[]> {
    return queryable.query<NamedGuest>(
      `SELECT id, user_id AS "userId", first_name AS "firstName", last_name AS "lastName", ARRAY(SELECT merged.id FROM guest AS merged WHERE merged.id = guest.id OR merged.merged_into = guest.id) AS "knownAs"
       FROM guest
       WHERE hotel_id = $1 AND merged_into IS NULL AND (user_id = ANY ($3) OR id IN (SELECT coalesce(merged_into, id) FROM guest WHERE id = ANY ($2) AND hotel_id = $1))`,
      [hotelId, ids, userIds],
    );
  }

  async isGuest(queryable: Queryable, hotelId: string, userId: string): Promise<boolean> {
    return (await queryable.query('SELECT 1 FROM guest WHERE hotel_id = $1 AND user_id = $2 AND merged_into IS NULL', [hotelId, userId])).length > 0;
  }

  /** The account is gone; the hotel's own record of who stayed in it is the hotel's to keep. */
  async forgetAccount(tx: Transaction, userId: string): Promise<void> {
    await tx.query('UPDATE guest SET user_id = NULL WHERE user_id = $1', [userId]);
  }

  private sealed(id: string, { birthDate, note }: Pick<GuestTermsRow, 'birthDate' | 'note'>) {
    return { birthDate: this.seals.seal(GUEST_BIRTH_DATE, id, birthDate), note: this.seals.seal(GUEST_NOTE, id, note) };
  }

  private async read(queryable: Queryable, sql: string, params: readonly unknown[]): Promise<GuestRow[]> {
    return (await queryable.query<KeptGuest>(sql, params)).map((guest) => this.opened(guest));
  }

  private opened({ sealedBirthDate, sealedNote, ...guest }: KeptGuest): GuestRow {
    const birthDate = this.seals.open(GUEST_BIRTH_DATE, guest.id, { plain: guest.birthDate, sealed: sealedBirthDate })!;
    return { ...guest, birthDate, note: this.seals.open(GUEST_NOTE, guest.id, { plain: guest.note, sealed: sealedNote }) };
  }
}

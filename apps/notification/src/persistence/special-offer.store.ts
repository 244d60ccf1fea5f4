import type { OfferWords, SpecialOfferView } from '@bookable/contracts-notification';
import { Database, type Queryable, type Transaction } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';
import type { Locale, Person } from '../domain/person';

/** An offer that has not come to everybody yet. */
export interface OpenOffer {
  readonly id: string;
  readonly words: Readonly<Record<Locale, OfferWords>>;
  /** Whoever comes before, by id, has been told. */
  readonly lastPersonId: string | null;
}

interface OfferRow extends Omit<SpecialOfferView, 'createdAt' | 'endedAt'> {
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}

const VIEW = `id, words -> 'en' ->> 'subject' AS subject, sent_to AS "sentTo", created_at AS "createdAt", ended_at AS "endedAt"`;
/** One replica works on an offer at a time; what another holds is left to it. */
const CLAIM = `SELECT id, words, last_person_id AS "lastPersonId" FROM special_offer WHERE ended_at IS NULL ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED`;
const READERS = `
  SELECT person.id, person.email, person.name, person.locale FROM preference JOIN person ON person.id = preference.person_id
  WHERE preference.type = 'special-offer' AND preference.email AND NOT is_erased AND email_verified AND ($1::uuid IS NULL OR person.id > $1)
  ORDER BY person.id LIMIT $2`;
const ADVANCE = `
  UPDATE special_offer SET sent_to = sent_to + $2, last_person_id = coalesce($3, last_person_id), ended_at = CASE WHEN $4 THEN $5::timestamptz END WHERE id = $1`;

const asView = (row: OfferRow): SpecialOfferView => ({ ...row, createdAt: row.createdAt.toISOString(), endedAt: row.endedAt?.toISOString() ?? null });

/** Keeps offers, and how far each has come. */
@Injectable()
export class SpecialOfferStore {
  constructor(private readonly database: Database) {}

  async add(tx: Queryable, id: string, words: OpenOffer['words'], now: Date): Promise<SpecialOfferView> {
    const [row] = await tx.query<OfferRow>(`INSERT INTO special_offer (id, words, created_at) VALUES ($1, $2, $3) RETURNING ${VIEW}`, [id, JSON.stringify(words), now]);
    return asView(row!);
  }

  async page(beforeId: string | undefined, limit: number): Promise<SpecialOfferView[]> {
    const rows = await this.database.query<OfferRow>(`SELECT ${VIEW} FROM special_offer WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`, [beforeId ?? null, limit]);
    return rows.map(asView);
  }

  async claim(tx: Transaction): Promise<OpenOffer | undefined> {
    const [offer] = await tx.query<OpenOffer>(CLAIM, [], { name: 'claim-special-offer' });
    return offer;
  }

  /** The next of those who agreed, in the order of their ids. */
  nextReaders(tx: Transaction, lastPersonId: string | null, limit: number): Promise<Person[]> {
    return tx.query<Person>(READERS, [lastPersonId, limit], { name: 'next-readers-of-offers' });
  }

  async advance(tx: Transaction, { id }: Pick<OpenOffer, 'id'>, readers: readonly Person[], isOver: boolean, now: Date): Promise<void> {
    await tx.query(ADVANCE, [id, readers.length, readers.at(-1)?.id ?? null, isOver, now]);
  }
}

import { Database, type Queryable, deleteInBatches } from '@bookable/platform-database';
import { Injectable } from '@nestjs/common';

/** One service that is to erase one person. */
export interface DueErasure {
  readonly personId: string;
  readonly service: string;
  readonly tries: number;
  /** Whether it has done so before. */
  readonly isRepeated: boolean;
}

/** How far one person's erasure is, service by service. */
export interface ErasureProgress {
  readonly personId: string;
  readonly askedAt: Date;
  readonly services: readonly {
    readonly service: string;
    readonly tries: number;
    readonly rowsErased: number;
    readonly fault: string | null;
    readonly acknowledgedAt: string | null;
    readonly repeatedAt: string | null;
    readonly dueAt: string | null;
  }[];
}

/** Which people a page shows. */
export interface ErasureFilter {
  readonly after?: ErasureKey;
  readonly isOpen?: boolean;
  readonly limit: number;
}

/** Behind which person a page begins. */
export interface ErasureKey {
  readonly askedAt: string;
  readonly personId: string;
}

const BEGIN = `
  INSERT INTO erasure (person_id, service, asked_at, due_at) SELECT $1, service, $3, $3 FROM unnest($2::text[]) AS service
  ON CONFLICT DO NOTHING`;
const LEASE = `
  UPDATE erasure SET tries = tries + 1, due_at = $2 WHERE (person_id, service) IN (
    SELECT person_id, service FROM erasure WHERE repeated_at IS NULL AND due_at <= $1 ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING person_id AS "personId", service, tries, acknowledged_at IS NOT NULL AS "isRepeated"`;
const ACKNOWLEDGE = `
  UPDATE erasure SET repeated_at = CASE WHEN acknowledged_at IS NULL THEN NULL ELSE $3::timestamptz END, acknowledged_at = coalesce(acknowledged_at, $3),
    due_at = $4, tries = 0, rows_erased = rows_erased + $5, fault = NULL
  WHERE person_id = $1 AND service = $2 AND repeated_at IS NULL`;
const PAGE = `
  SELECT person_id AS "personId", asked_at AS "askedAt", json_agg(json_build_object(
      'service', service, 'tries', tries, 'rowsErased', rows_erased, 'fault', fault, 'acknowledgedAt', acknowledged_at, 'repeatedAt', repeated_at,
      'dueAt', CASE WHEN repeated_at IS NULL THEN due_at END) ORDER BY service) AS services
  FROM erasure
  GROUP BY person_id, asked_at
  HAVING ($1::timestamptz IS NULL OR (asked_at, person_id) < ($1, $2::uuid)) AND ($3::boolean IS NULL OR bool_or(acknowledged_at IS NULL) = $3)
  ORDER BY asked_at DESC, person_id DESC LIMIT $4`;

/** Keeps the ledger of whom which service has erased. */
@Injectable()
export class ErasureStore {
  constructor(private readonly database: Database) {}

  /** Notes that these services are to erase somebody; of whom that is noted already nothing changes. */
  async begin(tx: Queryable, personId: string, services: readonly string[], now: Date): Promise<void> {
    await tx.query(BEGIN, [personId, services, now]);
  }

  /** Those of the people of whom nothing is noted. */
  async unknownAmong(personIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>('SELECT id FROM unnest($1::uuid[]) AS id WHERE NOT EXISTS (SELECT FROM erasure WHERE person_id = id)', [personIds]);
    return rows.map(({ id }) => id);
  }

  /** What is due and nobody works on; nobody else takes it until then. */
  async lease(now: Date, until: Date): Promise<DueErasure | undefined> {
    const [leased] = await this.database.query<DueErasure>(LEASE, [now, until]);
    return leased;
  }

  /** A service has said that nothing is left; it is asked once more at the given time, and after that no more. */
  async acknowledge({ personId, service }: DueErasure, now: Date, againAt: Date, rows: number): Promise<void> {
    await this.database.query(ACKNOWLEDGE, [personId, service, now, againAt, rows]);
  }

  async putOff({ personId, service, tries }: DueErasure, until: Date, fault: string): Promise<void> {
    await this.database.query('UPDATE erasure SET due_at = $4, fault = $5 WHERE person_id = $1 AND service = $2 AND tries = $3 AND repeated_at IS NULL', [personId, service, tries, until, fault]);
  }

  /** Forgets whoever was erased before a moment and has been acknowledged by everybody, also the second time. */
  async forgetBefore(moment: Date): Promise<void> {
    await deleteInBatches(this.database, { table: 'erasure', where: 'asked_at < $1 AND NOT EXISTS (SELECT FROM erasure AS open WHERE open.person_id = erasure.person_id AND open.repeated_at IS NULL)' }, [moment]);
  }

  /** A page of people, the latest first. */
  page({ after, isOpen, limit }: ErasureFilter): Promise<ErasureProgress[]> {
    return this.database.query<ErasureProgress>(PAGE, [after?.askedAt ?? null, after?.personId ?? null, isOpen ?? null, limit]);
  }
}

import type { Database, Queryable } from '../database';
import type { AuditEntry } from './audit-note';

/** Which entries; each part narrows them down. */
export interface AuditFilter {
  readonly actorId?: string;
  readonly action?: string;
  readonly subject?: string;
  readonly scope?: string;
  readonly from?: Date;
  readonly to?: Date;
}

/** Somebody whose data an action touched. */
export interface AffectedPerson {
  readonly userId: string;
  readonly actions: readonly string[];
  readonly firstAt: Date;
  readonly lastAt: Date;
  /** How many actions touched their data. */
  readonly times: number;
}

const ENTRY = `
  id, at, action, role, actor_id AS "actorId", network, subject, scope, affected, reason, times, facts, request_id AS "requestId"`;
const WHERE = `
  ($1::uuid IS NULL OR actor_id = $1) AND ($2::text IS NULL OR action = $2) AND ($3::text IS NULL OR subject = $3) AND ($4::uuid IS NULL OR scope = $4)
  AND ($5::timestamptz IS NULL OR at >= $5) AND ($6::timestamptz IS NULL OR at < $6)`;
const PAGE = `SELECT ${ENTRY} FROM audit_entry WHERE ${WHERE} AND ($7::uuid IS NULL OR id < $7) ORDER BY id DESC LIMIT $8`;
const AFFECTED = `
  SELECT user_id AS "userId", array_agg(DISTINCT action ORDER BY action) AS actions, min(at) AS "firstAt", max(at) AS "lastAt", sum(times)::int AS times
  FROM audit_entry CROSS JOIN LATERAL unnest(affected) AS person (user_id)
  WHERE ${WHERE} AND ($7::uuid IS NULL OR user_id > $7) GROUP BY user_id ORDER BY user_id LIMIT $8`;

/** Reads the audit log of one service. */
export class AuditLog {
  constructor(private readonly database: Database) {}

  /** Entries, newest first, before the one of an id. */
  page(filter: AuditFilter, limit: number, beforeId?: string, on: Queryable = this.database): Promise<AuditEntry[]> {
    return on.query<AuditEntry>(PAGE, [...partsOf(filter), beforeId ?? null, limit]);
  }

  /** The people whose data the chosen actions touched, in the order of their ids, after the one of an id. */
  affected(filter: AuditFilter, limit: number, afterId?: string): Promise<AffectedPerson[]> {
    return this.database.query<AffectedPerson>(AFFECTED, [...partsOf(filter), afterId ?? null, limit]);
  }
}

function partsOf({ actorId, action, subject, scope, from, to }: AuditFilter): readonly unknown[] {
  return [actorId, action, subject, scope, from, to].map((part) => part ?? null);
}

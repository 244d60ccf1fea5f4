import { Injectable } from '@nestjs/common';
import type { ModerationState, ReviewDecision } from '@bookable/contracts-review';
import type { Queryable, Transaction } from '@bookable/platform-database';
import { REVIEW_COLUMNS, REVIEW_TABLES, type ReviewRow } from './review-row';

/** A review with what was said against it and what was decided; instants as texts. */
export interface ModeratedRow extends ReviewRow {
  readonly reports: { reporterId: string; reason: string; reportedAt: string }[];
  readonly decisions: { decision: ReviewDecision; decidedBy: string; reason: string; decidedAt: string }[];
}

export interface NewDecision {
  readonly decision: ReviewDecision;
  readonly decidedBy: string;
  readonly reason: string;
  readonly decidedAt: Date;
}

// Only a report that is new makes a review wait for a decision.
const REPORT = `
  WITH added AS (INSERT INTO review_report (review_id, reporter_id, reason, reported_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING reported_at)
  UPDATE review SET reported_at = coalesce(review.reported_at, added.reported_at) FROM added WHERE id = $1`;

const DECIDE = `
  WITH recorded AS (
    INSERT INTO review_decision (review_id, place, decision, decided_by, reason, decided_at)
    SELECT $1, count(*) + 1, $2::text, $3, $4::text, $5::timestamptz FROM review_decision WHERE review_id = $1)
  UPDATE review SET reported_at = NULL, version = version + 1,
    (hidden_at, hidden_because) = (SELECT CASE WHEN $2::text = 'hidden' THEN $5::timestamptz END, CASE WHEN $2::text = 'hidden' THEN $4::text END)
  WHERE id = $1`;

/** Each array in the order in which things happened, with instants as the API writes them. */
const listed = (table: string, columns: string, order: string) => `
  coalesce((SELECT json_agg(json_build_object(${columns}) ORDER BY ${order}) FROM ${table} AS one WHERE one.review_id = review.id), '[]')`;
const instant = (column: string) => `to_char(one.${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const SELECT = `
  SELECT ${REVIEW_COLUMNS},
    ${listed('review_report', `'reporterId', one.reporter_id, 'reason', one.reason, 'reportedAt', ${instant('reported_at')}`, 'one.reported_at, one.reporter_id')} AS reports,
    ${listed('review_decision', `'decision', one.decision, 'decidedBy', one.decided_by, 'reason', one.reason, 'decidedAt', ${instant('decided_at')}`, 'one.place')} AS decisions
  FROM ${REVIEW_TABLES}`;

const page = (condition: string) => `${SELECT} WHERE ${condition} IS NOT NULL AND deleted_at IS NULL AND ($1::uuid IS NULL OR review.id < $1) ORDER BY review.id DESC LIMIT $2`;
const PAGES: Readonly<Record<ModerationState, string>> = { reported: page('reported_at'), hidden: page('hidden_at') };

/** Reports of reviews, and what administrators decide. */
@Injectable()
export class ModerationStore {
  async report(on: Queryable, reviewId: string, reporterId: string, reason: string, now: Date): Promise<void> {
    await on.query(REPORT, [reviewId, reporterId, reason, now]);
  }

  /** Records a decision on a review that is held, and does it; whatever was reported until now is dealt with. */
  async decide(tx: Transaction, reviewId: string, { decision, decidedBy, reason, decidedAt }: NewDecision): Promise<void> {
    await tx.query(DECIDE, [reviewId, decision, decidedBy, reason, decidedAt]);
  }

  /** Whether a report waits for a decision. */
  async isReported(on: Queryable, reviewId: string): Promise<boolean> {
    return (await on.query('SELECT FROM review WHERE id = $1 AND reported_at IS NOT NULL', [reviewId])).length > 0;
  }

  async find(on: Queryable, reviewId: string): Promise<ModeratedRow> {
    const [row] = await on.query<ModeratedRow>(`${SELECT} WHERE review.id = $1`, [reviewId]);
    return row!;
  }

  page(on: Queryable, state: ModerationState, before: string | null, limit: number): Promise<ModeratedRow[]> {
    return on.query<ModeratedRow>(PAGES[state], [before, limit], { name: `find-${state}-reviews` });
  }
}

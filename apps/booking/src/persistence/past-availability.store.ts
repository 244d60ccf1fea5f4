import { Injectable } from '@nestjs/common';
import type { BookingRules, Period } from '@bookable/kernel';
import { Database } from '@bookable/platform-database';
import type { Resource } from '../domain/resource';

/** What was known of a resource at a moment. */
export interface PastKnowledge {
  readonly capacity: number;
  readonly claims: readonly PastClaim[];
}

/** A claim that stood then. */
export interface PastClaim extends Period {
  readonly quantity: number;
}

// A block closes all places there are, so it counts as many as there were then.
const KNOWN_THEN = `
  WITH known AS (
    SELECT coalesce((SELECT capacity FROM past_terms WHERE resource_id = $1 AND until > $4 ORDER BY until LIMIT 1), resource.capacity) AS capacity
    FROM resource WHERE id = $1
  ), standing AS (
    SELECT during, quantity, kind, taken_at, expires_at FROM overlapping_claims($1, tstzrange($2, $3))
    UNION ALL
    SELECT during, quantity, kind, taken_at, expires_at FROM past_claim WHERE resource_id = $1 AND released_at > $4 AND during && tstzrange($2, $3)
  )
  SELECT known.capacity, coalesce(json_agg(json_build_object(
      'fromMs', (extract(epoch FROM lower(during)) * 1000)::bigint, 'toMs', (extract(epoch FROM upper(during)) * 1000)::bigint,
      'quantity', CASE kind WHEN 'block' THEN greatest(known.capacity, 1) ELSE quantity END)) FILTER (WHERE during IS NOT NULL), '[]') AS claims
  FROM known LEFT JOIN standing ON taken_at <= $4 AND (expires_at IS NULL OR expires_at > $4)
  GROUP BY known.capacity`;

// What was kept before rules were says only how many places there were.
const TERMS_THEN = `
  SELECT rules, session_from, session_to FROM past_terms WHERE resource_id = $1 AND until > $2 AND rules IS NOT NULL
  ORDER BY until LIMIT 1`;

interface PastTermsRow {
  readonly rules: BookingRules;
  readonly session_from: Date | null;
  readonly session_to: Date | null;
}

/** Reads what was known at a moment, from the claims and terms that stand and those that were given up since. */
@Injectable()
export class PastAvailabilityStore {
  constructor(private readonly database: Database) {}

  /** When it could be booked then, where that is another thing than now. */
  async terms(resourceId: string, asOf: Date): Promise<Pick<Resource, 'rules' | 'session'> | undefined> {
    const [row] = await this.database.query<PastTermsRow>(TERMS_THEN, [resourceId, asOf], { name: 'terms-then' });
    return row && { rules: row.rules, session: row.session_from && row.session_to ? { fromMs: row.session_from.getTime(), toMs: row.session_to.getTime() } : undefined };
  }

  /** How many places there were, and the claims that stood then of a period. */
  async known(resourceId: string, { fromMs, toMs }: Period, asOf: Date): Promise<PastKnowledge> {
    const [row] = await this.database.query<PastKnowledge>(KNOWN_THEN, [resourceId, new Date(fromMs), new Date(toMs), asOf], { name: 'known-then' });
    return row ?? { capacity: 0, claims: [] };
  }
}

import type { EventEnvelope } from '@bookable/platform-bus';
import type { RelayConnection } from './relay-connection';

/** Facts of one lane, oldest first. Whoever holds them holds the lane's lock. */
export interface LaneBatch {
  readonly lane: number;
  readonly ids: readonly string[];
  readonly envelopes: readonly EventEnvelope[];
}

/** What could be taken; `contended` where another replica holds a lane in which facts wait. */
export interface TakenLanes {
  readonly batches: readonly LaneBatch[];
  readonly contended: boolean;
}

interface OutboxRow {
  readonly lane: number;
  readonly id: string;
  readonly message_id: string;
  readonly topic: string;
  readonly aggregate_id: string;
  readonly occurred_at: Date;
  readonly request_id: string;
  readonly causation_id: string | null;
  readonly actor: EventEnvelope['actor'] | null;
  readonly traceparent: string | null;
  readonly payload: string;
}

/** As many as the generated column `outbox.lane` knows. */
const LANES = 'generate_series(0, 15) AS each (lane)';
const LOCK_CLASS = `hashtext('outbox of ' || current_schema())`;

// The lock is tried for waiting lanes only; MATERIALIZED keeps the planner from trying it for all of them first.
const LOCK_WAITING_LANES = `
  WITH waiting AS MATERIALIZED (
    SELECT lane FROM ${LANES}
    WHERE lane <> ALL ($1::int[]) AND EXISTS (SELECT FROM outbox WHERE outbox.lane = each.lane))
  SELECT lane, pg_try_advisory_lock(${LOCK_CLASS}, lane) AS locked FROM waiting`;
// A statement of its own, so that its snapshot is younger than the locks and sees what the last holder has deleted.
const READ_LANES = `
  SELECT fact.* FROM ${LANES}
  CROSS JOIN LATERAL (SELECT * FROM outbox WHERE outbox.lane = each.lane ORDER BY id LIMIT $2) AS fact
  WHERE each.lane <> ALL ($1::int[]) ORDER BY fact.lane, fact.id`;
const ENVELOPE = 'message_id, topic, aggregate_id, occurred_at, request_id, causation_id, actor, traceparent, payload';
// What was told is kept apart for a while: a database that is brought back from a backup tells it again.
const PUT_ASIDE = `
  WITH told AS (DELETE FROM outbox WHERE (lane, id) IN (SELECT * FROM unnest($1::smallint[], $2::bigint[])) RETURNING id, ${ENVELOPE})
  INSERT INTO told_fact (id, ${ENVELOPE}) SELECT id, ${ENVELOPE} FROM told`;
const UNLOCK_LANES = `SELECT pg_advisory_unlock(${LOCK_CLASS}, lane) FROM unnest($1::int[]) AS lane`;

function envelopeOf(row: OutboxRow): EventEnvelope {
  return {
    messageId: row.message_id,
    topic: row.topic,
    aggregateId: row.aggregate_id,
    occurredAt: row.occurred_at.toISOString(),
    requestId: row.request_id,
    causationId: row.causation_id ?? undefined,
    actor: row.actor ?? undefined,
    traceparent: row.traceparent ?? undefined,
    payload: row.payload,
  };
}

/**
 * The outbox, divided into lanes by a hash of the aggregate. A lane is relayed by one process at a time, under a
 * session lock, so two replicas never overtake each other with facts of one aggregate; different lanes are free.
 */
export class OutboxLanes {
  constructor(
    private readonly connection: RelayConnection,
    private readonly batchSize: number,
  ) {}

  /** Locks the lanes in which facts wait, but for those still busy here, and reads the oldest facts of each. */
  async take(busy: readonly number[]): Promise<TakenLanes> {
    const client = await this.connection.client();
    const [locks, facts] = await Promise.all([
      client.query<{ lane: number; locked: boolean }>({ name: 'lock-lanes', text: LOCK_WAITING_LANES, values: [busy] }),
      client.query<OutboxRow>({ name: 'read-lanes', text: READ_LANES, values: [busy, this.batchSize] }),
    ]);
    const mine = locks.rows.filter(({ locked }) => locked).map(({ lane }) => lane);
    const batches = mine.map((lane) => facts.rows.filter((row) => row.lane === lane)).filter((rows) => rows.length > 0);
    const empty = mine.filter((lane) => !batches.some(([first]) => first!.lane === lane));
    if (empty.length > 0) await client.query({ text: UNLOCK_LANES, values: [empty] });
    return {
      batches: batches.map((rows) => ({ lane: rows[0]!.lane, ids: rows.map(({ id }) => id), envelopes: rows.map(envelopeOf) })),
      contended: mine.length < locks.rows.length,
    };
  }

  /** Takes out what the broker has confirmed, and only then lets go of the lanes. */
  async settle(batches: readonly LaneBatch[]): Promise<void> {
    const client = await this.connection.client();
    const lanes = batches.flatMap(({ lane, ids }) => ids.map(() => lane));
    const ids = batches.flatMap((batch) => batch.ids);
    await Promise.all([
      client.query({ name: 'put-facts-aside', text: PUT_ASIDE, values: [lanes, ids] }),
      client.query({ name: 'unlock-lanes', text: UNLOCK_LANES, values: [batches.map(({ lane }) => lane)] }),
    ]);
  }

  /** Whether a batch may have left facts of its lane behind. */
  isFull(batch: LaneBatch): boolean {
    return batch.ids.length >= this.batchSize;
  }

  /** Lets go of lanes whose facts are to be tried again. */
  async release(lanes: readonly number[]): Promise<void> {
    const client = await this.connection.client();
    await client.query({ name: 'unlock-lanes', text: UNLOCK_LANES, values: [lanes] });
  }
}

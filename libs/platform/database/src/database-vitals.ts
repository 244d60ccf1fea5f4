import type { ConnectionPool, PoolUse } from './connection-pool';
import type { Database } from './database';

/** The state of a service's database, for `/health` and `/metrics`. */
export interface DatabaseMeasures {
  readonly pool: PoolUse;
  readonly factsPending: number;
  /** Age of the oldest fact not yet told. */
  readonly outboxLagSeconds: number;
}

/** Facts of one topic that wait to be told. */
export interface WaitingTopic {
  readonly topic: string;
  readonly waiting: number;
  readonly oldestAt: Date;
}

/** Beyond so many nobody asks for the exact number, and counting would cost. */
const COUNTED_AT_MOST = 100_000;

/** Measures on request; nothing is measured while nobody asks. */
export class DatabaseVitals {
  constructor(
    private readonly database: Database,
    private readonly connections: ConnectionPool,
  ) {}

  /** Rejects with `Unavailable` where the database does not answer. */
  async ping(): Promise<void> {
    await this.database.query('SELECT 1');
  }

  /** How busy the pool is; needs no connection, so it answers while the pool is exhausted too. */
  poolUse(): PoolUse {
    return this.connections.use();
  }

  /** The pool and the outbox. */
  async measure(): Promise<DatabaseMeasures> {
    const pool = this.poolUse();
    const [outbox] = await this.database.query<{ pending: number; lag: number }>(
      `SELECT count(*)::int AS pending, coalesce(extract(epoch FROM clock_timestamp() - min(occurred_at)), 0)::float8 AS lag FROM outbox`,
      [],
      { name: 'measure-outbox' },
    );
    return { pool, factsPending: outbox!.pending, outboxLagSeconds: Math.max(0, outbox!.lag) };
  }

  /** What waits in the outbox by topic, the oldest first. */
  waitingTopics(): Promise<WaitingTopic[]> {
    return this.database.query<WaitingTopic>(
      'SELECT topic, count(*)::int AS waiting, min(occurred_at) AS "oldestAt" FROM outbox GROUP BY topic ORDER BY min(occurred_at), topic',
    );
  }

  /** How many commands are remembered by their keys, counted up to 100 000. */
  async rememberedCommands(): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(`SELECT count(*)::int AS count FROM (SELECT FROM idempotency LIMIT ${COUNTED_AT_MOST}) AS counted`);
    return row!.count;
  }
}

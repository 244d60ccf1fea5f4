import type { ConnectionPool, PoolUse } from './connection-pool';
import type { Database } from './database';

/** The state of a service's database, for `/health` and `/metrics`. */
export interface DatabaseMeasures {
  readonly pool: PoolUse;
  readonly factsPending: number;
  /** Age of the oldest fact not yet told. */
  readonly outboxLagSeconds: number;
}

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
}

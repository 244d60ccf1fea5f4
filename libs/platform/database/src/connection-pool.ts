import type { Pool, PoolClient } from 'pg';
import { asRefusal, connectionIsLost } from './database-fault';

/** How busy a pool is at this moment. */
export interface PoolUse {
  readonly inUse: number;
  readonly idle: number;
  readonly waiting: number;
}

/**
 * Lends connections. A connection on which a statement merely failed stays in the pool; a broken one is thrown away.
 * Passing faults leave as `Unavailable`.
 */
export class ConnectionPool {
  constructor(private readonly pool: Pool) {}

  /** Lends a connection for as long as the work takes. */
  async lend<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect().catch((error: unknown) => {
      throw asRefusal(error);
    });
    let fault: unknown;
    // A connection that breaks while nothing runs on it raises an event, which would end the process if nobody listened.
    const onFault = (error: Error): void => void (fault = error);
    client.on('error', onFault);
    try {
      return await work(client);
    } catch (error) {
      if (connectionIsLost(error)) fault = error;
      throw asRefusal(error);
    } finally {
      client.off('error', onFault);
      const isOpen = client.getTransactionStatus() !== 'I';
      client.release(fault !== undefined || isOpen);
    }
  }

  /** Counts connections and those who wait for one. */
  use(): PoolUse {
    const { totalCount, idleCount, waitingCount } = this.pool;
    return { inUse: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
  }
}

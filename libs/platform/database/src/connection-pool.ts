import { currentSpan } from '@bookable/platform-context';
import { recordWork } from '@bookable/platform-tracing';
import type { Pool, PoolClient } from 'pg';
import { asRefusal, connectionIsLost } from './database-fault';

/** How busy a pool is at this moment. */
export interface PoolUse {
  readonly inUse: number;
  readonly idle: number;
  readonly waiting: number;
}

type Watched = PoolClient & { readonly connectionParameters: { query_timeout?: number } };

/**
 * Lends connections. A connection on which a statement merely failed stays in the pool; a broken one is thrown away.
 * Passing faults leave as `Unavailable`.
 */
export class ConnectionPool {
  private readonly known = new WeakSet<PoolClient>();

  constructor(
    private readonly pool: Pool,
    /** A server that has said nothing for so long is gone without a word; its own limits would have ended any statement before. */
    private readonly longestSilenceMs?: number,
  ) {
    pool.on('acquire', (client) => this.watch(client as Watched));
  }

  /** Lends a connection for as long as the work takes. */
  async lend<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
    const client = await this.connect();
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

  /** Where every connection is lent out, whoever reads a trace should see that somebody waited for one. */
  private async connect(): Promise<PoolClient> {
    const { waitingCount, idleCount } = this.pool;
    const waiting = waitingCount >= idleCount ? currentSpan()?.child('wait for a connection', 'internal') : undefined;
    const connecting = this.pool.connect().catch((error: unknown) => {
      throw asRefusal(error);
    });
    return waiting ? recordWork(waiting, () => connecting) : connecting;
  }

  /**
   * A connection may break in the very turn in which it is handed over, when neither the pool nor the borrower listens
   * yet; that is not to end the process. What comes to be asked on it is refused anyway.
   */
  private watch(client: Watched): void {
    if (this.known.has(client)) return;
    this.known.add(client);
    client.on('error', () => undefined);
    client.connectionParameters.query_timeout = this.longestSilenceMs;
  }

  /** Counts connections and those who wait for one. */
  use(): PoolUse {
    const { totalCount, idleCount, waitingCount } = this.pool;
    return { inUse: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
  }
}

import type { Span } from '@bookable/platform-context';
import { recordWork } from '@bookable/platform-tracing';
import type { PoolClient } from 'pg';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner';
import { STATEMENT_FACTS, nameOfStatement } from './statement-name';

/** TypeORM's view of a connection and a transaction that are opened and closed by us. */
export class BoundQueryRunner extends PostgresQueryRunner {
  constructor(
    driver: PostgresDriver,
    client: PoolClient,
    private readonly span?: Span,
  ) {
    super(driver, 'master');
    this.databaseConnection = client;
    this.isTransactionActive = true;
    // From depth 1 on TypeORM opens savepoints instead of transactions of its own.
    this.transactionDepth = 1;
  }

  override query<Result = unknown>(sql: string, parameters?: unknown[], useStructuredResult = false): Promise<Result> {
    const run = (): Promise<Result> => super.query(sql, parameters as never, useStructuredResult as never) as Promise<Result>;
    return this.span ? recordWork(this.span.child(nameOfStatement(sql), 'client', STATEMENT_FACTS), run) : run();
  }
}

import type { EventContract } from '@bookable/kernel';
import type { Span } from '@bookable/platform-context';
import type { PoolClient } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import type { AuditNote } from './audit/audit-note';
import { keepAuditNotes } from './audit/keep-audit-notes';
import { BoundQueryRunner } from './bound-query-runner';
import { type StatementOptions, Transaction } from './database';
import { type Fact, describeFact } from './outbox/fact';
import { gatherWrites } from './gather-writes';
import { recordFacts } from './outbox/record-facts';
import { runStatement } from './run-statement';

/**
 * A transaction on one connection of the pool. Statements are pipelined: BEGIN travels with the first statement
 * and COMMIT with the facts, so a transaction of one statement costs two round trips.
 */
export class PgTransaction extends Transaction {
  private readonly facts: Fact[] = [];
  private readonly notes: AuditNote[] = [];
  private entityManager?: EntityManager;
  private isOpen = true;
  private firstFault?: unknown;

  private constructor(
    private readonly client: PoolClient,
    private readonly dataSource: DataSource,
    private readonly begun: Promise<unknown>,
    private readonly span?: Span,
  ) {
    super();
  }

  /** Begins; the answer is awaited together with that of the first statement. */
  static begin(client: PoolClient, dataSource: DataSource, span?: Span): PgTransaction {
    gatherWrites(client);
    const begun = client.query('BEGIN');
    // Whoever runs the first statement sees this fault too; without a listener of its own it would end the process.
    begun.catch(() => undefined);
    return new PgTransaction(client, dataSource, begun, span);
  }

  get manager(): EntityManager {
    const runner = (): BoundQueryRunner => new BoundQueryRunner(this.dataSource.driver as PostgresDriver, this.client, this.span);
    return (this.entityManager ??= this.dataSource.createEntityManager(runner()));
  }

  get hasFacts(): boolean {
    return this.facts.length > 0;
  }

  /** Where statements that were sent together fail because one of them did, each says why that one did. */
  async query<Row>(sql: string, params?: readonly unknown[], options?: StatementOptions): Promise<Row[]> {
    if (!this.isOpen) throw new Error('This transaction has ended; a statement was not awaited in its work.');
    try {
      return await runStatement<Row>(this.client, sql, params, options, this.span);
    } catch (error) {
      this.firstFault ??= error;
      throw isAborted(error) ? this.firstFault : error;
    }
  }

  publish<Payload>(event: EventContract<Payload>, payload: Payload): void {
    this.facts.push(describeFact(event, payload));
  }

  audit(note: AuditNote): void {
    this.notes.push(note);
  }

  /** What it was that the audit log was given. */
  get audited(): readonly AuditNote[] {
    return this.notes;
  }

  /** Writes the facts, the audit log and whatever else is to be last, and commits, in one round trip. */
  async commit(last?: () => Promise<unknown>): Promise<void> {
    const closing = [this.begun];
    if (last) closing.push(last());
    if (this.hasFacts) closing.push(recordFacts(this, this.facts));
    if (this.notes.length > 0) closing.push(keepAuditNotes(this, this.notes));
    this.isOpen = false;
    gatherWrites(this.client);
    const commit = this.client.query('COMMIT');
    await Promise.all([...closing, commit]);
    // PostgreSQL answers COMMIT with ROLLBACK where a statement had failed and its error was swallowed by the work.
    if ((await commit).command !== 'COMMIT') throw new Error('The transaction was rolled back, because a statement in it had failed.');
  }

  /** Undoes everything; a connection that cannot even do that is thrown away by the pool. */
  async rollback(): Promise<void> {
    this.isOpen = false;
    await this.client.query('ROLLBACK').catch(() => undefined);
  }
}

/** Whether a statement was not even tried, because an earlier one of its transaction had failed. */
function isAborted(error: unknown): boolean {
  return error instanceof Error && (error as Error & { readonly code?: unknown }).code === '25P02';
}

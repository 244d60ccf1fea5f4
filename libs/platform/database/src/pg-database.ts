import { DomainError, Unavailable } from '@bookable/kernel';
import type { Gate, MessageContext } from '@bookable/platform-bus';
import { type Span, currentContext, currentSpan } from '@bookable/platform-context';
import { recordWork } from '@bookable/platform-tracing';
import type { DataSource } from 'typeorm';
import type { ConnectionPool } from './connection-pool';
import type { DatabaseObserver } from './database-observer';
import { Database, type StatementOptions, type ToldItem, type Transaction } from './database';
import { type CommandIdentity, identifyCommand } from './idempotency/command-identity';
import { encodeAnswer, keepAnswer, readAnswer, takeKey } from './idempotency/kept-answer';
import { PgTransaction } from './pg-transaction';
import { runStatement } from './run-statement';
import { STATEMENT_FACTS } from './statement-name';

/** In one order, so that two of these never wait for each other. */
const REMEMBER_MESSAGES = `
  INSERT INTO inbox (message_id, handler) SELECT id, handler FROM unnest($1::text[], $2::text[]) AS told (id, handler) ORDER BY id, handler
  ON CONFLICT (message_id, handler) DO NOTHING RETURNING message_id AS id`;

/** Whoever relays facts; told when there are new ones. */
export interface FactRelay {
  kick(): void;
}

/** The database of one service over a pool of connections. */
export class PgDatabase extends Database {
  constructor(
    private readonly connections: ConnectionPool,
    private readonly dataSource: DataSource,
    private readonly relay: FactRelay,
    private readonly consumers: Gate,
    private readonly observer: DatabaseObserver = {},
  ) {
    super();
  }

  query<Row>(sql: string, params?: readonly unknown[], options?: StatementOptions): Promise<Row[]> {
    return this.connections.lend((client) => runStatement<Row>(client, sql, params, options));
  }

  transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return this.inTransaction(async (tx) => {
      const result = await work(tx);
      await tx.commit();
      return result;
    });
  }

  async command<Result>(context: MessageContext, request: unknown, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    const identity = identifyCommand(context, request);
    if (!identity) return this.transaction(inTime(work));
    return this.inTransaction(inTime(async (tx) => {
      if (!(await takeKey(tx, identity))) return this.answerAgain<Result>(tx, identity);
      const result = await work(tx);
      const answer = encodeAnswer(result);
      await tx.commit(() => keepAnswer(tx, identity, answer));
      return result;
    }));
  }

  consume(context: MessageContext, work: (tx: Transaction) => Promise<void>, handler?: string): Promise<void> {
    return this.consumeTogether([{ context, item: undefined }], work, handler);
  }

  consumeTogether<Item>(told: readonly ToldItem<Item>[], work: (tx: Transaction, news: readonly Item[]) => Promise<void>, handler?: string): Promise<void> {
    const messages = [told.map(({ context }) => context.messageId), told.map(({ context }) => handler ?? context.consumer ?? context.topic)];
    const apply = (): Promise<void> =>
      this.inTransaction(async (tx) => {
        const unknown = new Set((await tx.query<{ id: string }>(REMEMBER_MESSAGES, messages, { name: 'remember-messages' })).map(({ id }) => id));
        const news = told.filter(({ context }) => unknown.has(context.messageId)).map(({ item }) => item);
        if (news.length > 0) await work(tx, news);
        await tx.commit();
      });
    return this.consumers.pass(apply);
  }

  kickOutbox(): void {
    this.relay.kick();
  }

  private async answerAgain<Result>(tx: PgTransaction, identity: CommandIdentity): Promise<Result> {
    const earlier = await readAnswer(tx, identity);
    await tx.commit();
    // The key was purged between two statements: so old a key is free again, and a retry finds it so.
    if (!earlier.found) throw new DomainError(Unavailable, undefined, { retryAfterSeconds: 1 });
    return earlier.answer as Result;
  }

  private inTransaction<Result>(work: (tx: PgTransaction) => Promise<Result>): Promise<Result> {
    const span = currentSpan()?.child('transaction', 'internal', STATEMENT_FACTS);
    return span ? recordWork(span, () => this.runTransaction(work, span)) : this.runTransaction(work);
  }

  private runTransaction<Result>(work: (tx: PgTransaction) => Promise<Result>, span?: Span): Promise<Result> {
    return this.connections.lend(async (client) => {
      const tx = PgTransaction.begin(client, this.dataSource, span);
      try {
        const result = await work(tx);
        if (tx.hasFacts) this.relay.kick();
        for (const { action } of tx.audited) this.observer.audited?.(action);
        return result;
      } catch (error) {
        await tx.rollback();
        throw error;
      }
    });
  }
}

/**
 * Whoever asked has been told that there was no answer, and may ask again: what was not begun by then is not begun. A
 * password takes its time to be hashed, and a connection to be free, before the first statement.
 */
function inTime<Tx, Result>(work: (tx: Tx) => Promise<Result>): (tx: Tx) => Promise<Result> {
  return (tx) => {
    const deadlineMs = currentContext()?.deadlineMs;
    if (deadlineMs !== undefined && deadlineMs <= performance.now()) throw new DomainError(Unavailable, 'It took too long to begin.', { retryAfterSeconds: 1 });
    return work(tx);
  };
}

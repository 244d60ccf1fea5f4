import type { EventContract } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import type { EntityManager } from 'typeorm';
import type { AuditNote } from './audit/audit-note';

/** How one statement is run. */
export interface StatementOptions {
  /** Prepared once per connection under this name. */
  readonly name?: string;
  /** How long the connection may be silent, for a statement whose own limit was lengthened by `SET LOCAL statement_timeout`. */
  readonly silenceMs?: number;
}

/** Whatever runs SQL: the pool (one statement, its own transaction) or an open transaction. */
export abstract class Queryable {
  /** Runs one statement. Statements given a `name` are prepared once per connection. */
  abstract query<Row>(sql: string, params?: readonly unknown[], options?: StatementOptions): Promise<Row[]>;
}

/** What is to be applied of an event. */
export interface ToldItem<Item> {
  readonly context: MessageContext;
  readonly item: Item;
}

/** An open transaction. Facts published here leave with its commit, or not at all. */
export abstract class Transaction extends Queryable {
  /** TypeORM's view of the same connection. */
  abstract readonly manager: EntityManager;

  /** Keeps a fact for the outbox; all facts of a transaction are written in one statement before it commits. */
  abstract publish<Payload>(event: EventContract<Payload>, payload: Payload): void;

  /** Keeps an entry of the audit log; all entries of a transaction are written in one statement before it commits. */
  abstract audit(note: AuditNote): void;
}

/** A service's own schema, reached with that service's own role. */
export abstract class Database extends Queryable {
  /** Runs work in one transaction; rolls back when it throws. The outbox relay is kicked after the commit. */
  abstract transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>;

  /**
   * A transaction for a command. With an idempotency key in the context, the key, caller, topic, body hash and
   * answer are kept in the same transaction: the same command answers the first answer again, another body under
   * the same key is refused with `idempotency-key-reused`, and two at once have one effect.
   * A refusal rolls back and keeps nothing: the same key may be tried again once its reason has gone.
   * The answer is kept as JSON, so work returns what crosses the wire: no dates, no class instances with behaviour.
   */
  abstract command<Result>(context: MessageContext, request: unknown, work: (tx: Transaction) => Promise<Result>): Promise<Result>;

  /**
   * A transaction for a consumed event: does nothing when this message was applied before (inbox).
   * Two handlers of one service that listen to the same topic each apply it: the bus names them apart.
   */
  abstract consume(context: MessageContext, work: (tx: Transaction) => Promise<void>, handler?: string): Promise<void>;

  /**
   * As `consume`, for events that wait at the same moment: one transaction for all of them that were not applied
   * before, whose items the work is given in their order. No message is among them twice.
   */
  abstract consumeTogether<Item>(told: readonly ToldItem<Item>[], work: (tx: Transaction, news: readonly Item[]) => Promise<void>, handler?: string): Promise<void>;

  /** Tells the relay that facts were written by hand-written SQL (see `describeFact`); call it after their commit. */
  abstract kickOutbox(): void;
}

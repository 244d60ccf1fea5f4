import type { Tracing } from '@bookable/platform-tracing';
import type { EntitySchema, MigrationInterface } from 'typeorm';
import type { DatabaseObserver } from './database-observer';

/** A table class, as TypeORM's decorators mark it. */
export type TableClass = (new () => object) | EntitySchema;

/** One step of a schema's history; the class name is what the database remembers of it, so it never changes. */
export type MigrationClass = new () => MigrationInterface;

/** What one service says about its part of the database. */
export interface DatabaseOptions {
  /** The service's name in kebab case; its schema is the same with `_` for `-`. */
  readonly service: string;
  /** The owner's address: of a user who may create roles, or of one who owns just this service's schema. */
  readonly databaseUrl: string;
  readonly entities: readonly TableClass[];
  /** In the order in which they are to run; append only. */
  readonly migrations: readonly MigrationClass[];
  /** Connections this process may hold beside the relay's own; 10 unless told. */
  readonly poolSize?: number;
  /** How long one statement may run; 2 500 ms unless told. `SET LOCAL statement_timeout` lengthens it for one job. */
  readonly statementTimeoutMs?: number;
  /** What else each session of the service is set to, by the names that Postgres has for it. */
  readonly sessionSettings?: Readonly<Record<string, string>>;
  /** How long to wait for a connection; 2 000 ms unless told. */
  readonly connectionTimeoutMs?: number;
  /** Extensions to create where the server has them, such as `postgis`. */
  readonly extensionsWhereAvailable?: readonly string[];
  /** Who is told how the outbox fares. */
  readonly observer?: DatabaseObserver;
  /** Records the way of facts to the broker, where those who told them record. */
  readonly tracing?: Tracing;
}

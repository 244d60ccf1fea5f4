import type { DataSource, QueryRunner } from 'typeorm';
import type { MigrationClass } from './database-options';
import { CreateOutbox202611210900 } from './migrations/202611210900-create-outbox';
import { CreateInbox202611210901 } from './migrations/202611210901-create-inbox';
import { CreateIdempotency202611210902 } from './migrations/202611210902-create-idempotency';
import { CreateAuditEntry202611222000 } from './migrations/202611222000-create-audit-entry';
import { CreateJobRun202611222001 } from './migrations/202611222001-create-job-run';
import { KeepToldFacts202611222300 } from './migrations/202611222300-keep-told-facts';

/** The tables of this library, in every service's schema, before the service's own. */
const LIBRARY_MIGRATIONS: readonly MigrationClass[] = [
  CreateOutbox202611210900, CreateInbox202611210901, CreateIdempotency202611210902, CreateAuditEntry202611222000, CreateJobRun202611222001,
  KeepToldFacts202611222300,
];

const MIGRATION_LOCK = `hashtext('migrations of ' || current_schema())`;

/**
 * Brings the schema to the present. Replicas that start together take turns; a migration that fails leaves
 * nothing behind and stops the start. Names recorded by a newer version are let be: it may run beside this one. Where `only` is told, the schema becomes what it was when just these had run.
 */
export async function runMigrations(dataSource: DataSource, own: readonly MigrationClass[], only?: readonly string[]): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query(`SELECT set_config('statement_timeout', '0', false), set_config('lock_timeout', '0', false)`);
    await runner.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`);
    try {
      return await runPending(runner, chosen([...LIBRARY_MIGRATIONS, ...own], only));
    } finally {
      await runner.query(`SELECT pg_advisory_unlock(${MIGRATION_LOCK})`);
    }
  } finally {
    await runner.query('RESET statement_timeout; RESET lock_timeout');
    await runner.release();
  }
}

function chosen(migrations: readonly MigrationClass[], only?: readonly string[]): readonly MigrationClass[] {
  if (!only) return migrations;
  const unknown = only.filter((name) => !migrations.some((migration) => migration.name === name));
  if (unknown.length > 0) throw new Error(`This version does not know ${unknown.join(', ')}: it is older than what is to be brought back.`);
  return migrations.filter(({ name }) => only.includes(name));
}

async function runPending(runner: QueryRunner, migrations: readonly MigrationClass[]): Promise<string[]> {
  const repeated = migrations.map(({ name }) => name).find((name, index, names) => names.indexOf(name) !== index);
  if (repeated !== undefined) throw new Error(`Two migrations are called ${repeated}.`);
  await runner.query('CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY, ran_at timestamptz NOT NULL DEFAULT now())');
  const known: { name: string }[] = await runner.query('SELECT name FROM migration');
  const done = new Set(known.map(({ name }) => name));
  const pending = migrations.filter(({ name }) => !done.has(name));
  for (const migration of pending) await runOne(runner, migration);
  return pending.map(({ name }) => name);
}

async function runOne(runner: QueryRunner, migration: MigrationClass): Promise<void> {
  await runner.startTransaction();
  try {
    await new migration().up(runner);
    await runner.query('INSERT INTO migration (name) VALUES ($1)', [migration.name]);
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction();
    throw new Error(`The migration ${migration.name} failed.`, { cause: error });
  }
}

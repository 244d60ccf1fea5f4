import { Database, type Transaction } from '@bookable/platform-database';
import { HEADER_BYTES, headerOf } from './field-seals';
import type { KeptValue, SealedColumn } from './sealed-column';

const ROWS_AT_ONCE = 200;

/** A value that is to be sealed anew, or for the first time. */
export interface StaleValue extends KeptValue {
  readonly row: string;
}

/** A sealed value, and where it belongs. */
export interface NewSeal {
  readonly row: string;
  readonly sealed: Buffer;
}

/** One clock for all replicas: that of the database. */
const REGISTER = `
  INSERT INTO sealing_key (id, seals_from) SELECT id, CASE WHEN $2 THEN now() ELSE now() + interval '1 hour' END FROM unnest($1::text[]) AS given (id)
  ON CONFLICT DO NOTHING`;
const KNOWN = 'SELECT id, seals_from <= now() AS "seals" FROM sealing_key ORDER BY id';

const headerIn = ({ column }: SealedColumn): string => `substring(sealed_${column} FROM 1 FOR ${HEADER_BYTES})`;

/** Knows which keys a service was given, and finds what is sealed with which. */
export class SealingStore {
  constructor(
    private readonly database: Database,
    private readonly columns: readonly SealedColumn[],
  ) {}

  /**
   * Writes down the keys of this process. A new one seals an hour later, when every replica has been started with it; the
   * first one of a service that holds nothing yet has nobody to wait for.
   */
  async register(keyIds: readonly string[]): Promise<void> {
    await this.database.query(REGISTER, [keyIds, await this.holdsNothing()]);
  }

  /** Every key the service was ever given, and whether it seals by now. */
  known(): Promise<{ readonly id: string; readonly seals: boolean }[]> {
    return this.database.query(KNOWN);
  }

  /** Which of these keys some value is sealed with. */
  async inUse(keyIds: readonly string[]): Promise<string[]> {
    const used: string[] = [];
    for (const id of keyIds) {
      const finds = this.columns.map((column) => `EXISTS (SELECT FROM ${column.table} WHERE ${headerIn(column)} = $1)`);
      const [found] = await this.database.query<{ isUsed: boolean }>(`SELECT ${finds.join(' OR ')} AS "isUsed"`, [headerOf(id)]);
      if (found?.isUsed) used.push(id);
    }
    return used;
  }

  /** A batch of values that are plain or sealed with one of these keys, beyond a row; whatever another replica has in hand is left to it. */
  lockStale(tx: Transaction, sealed: SealedColumn, keyIds: readonly string[], after: string | null): Promise<StaleValue[]> {
    const { table, column, row } = sealed;
    return tx.query<StaleValue>(
      `SELECT ${row.column}::text AS row, ${column}::text AS plain, sealed_${column} AS sealed FROM ${table}
       WHERE (${column} IS NOT NULL OR ${headerIn(sealed)} = ANY ($1::bytea[])) AND ($2::text IS NULL OR ${row.column} > $2::${row.type})
       ORDER BY ${table}.${row.column} LIMIT ${ROWS_AT_ONCE} FOR NO KEY UPDATE SKIP LOCKED`,
      [keyIds.map(headerOf), after],
    );
  }

  async reseal(tx: Transaction, { table, column, row }: SealedColumn, seals: readonly NewSeal[]): Promise<void> {
    await tx.query(
      `UPDATE ${table} SET ${column} = NULL, sealed_${column} = resealed.sealed
       FROM unnest($1::text[], $2::bytea[]) AS resealed (row, sealed) WHERE ${table}.${row.column} = resealed.row::${row.type}`,
      [seals.map((seal) => seal.row), seals.map(({ sealed }) => sealed)],
    );
  }

  private async holdsNothing(): Promise<boolean> {
    const finds = ['sealing_key', ...this.columns.map(({ table }) => table)].map((table) => `EXISTS (SELECT FROM ${table})`);
    const [found] = await this.database.query<{ holdsSome: boolean }>(`SELECT ${finds.join(' OR ')} AS "holdsSome"`);
    return !found?.holdsSome;
  }
}

import type { ErasePersonRequest, ErasedPersonView } from '@bookable/contracts-operations';
import { DomainError, Forbidden, Unauthenticated, Unavailable } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import type { Database } from '@bookable/platform-database';
import { type ErasedRows, LIBRARY_TABLES, type PersonalTables } from './personal-tables';

const ROWS_AT_ONCE = 500;
const STATEMENT_BOUND_MS = 30_000;

/** Erases what a service keeps of somebody, and says so once nothing of it is left. */
export class Erasure {
  private readonly erased: readonly ErasedRows[];
  private readonly awaited: Readonly<Record<string, string>>;

  constructor(
    private readonly database: Database,
    own: PersonalTables,
  ) {
    this.erased = [...own.erased, ...LIBRARY_TABLES.erased];
    this.awaited = { ...own.awaited, ...LIBRARY_TABLES.awaited };
  }

  /** Asked on behalf of the person, as for an export. What somebody holds or has not ended yet is left to the next try. */
  async erase({ personId }: ErasePersonRequest, { actor }: MessageContext): Promise<ErasedPersonView> {
    if (!actor) throw new DomainError(Unauthenticated);
    if (actor.userId !== personId) throw new DomainError(Forbidden, 'This is not about you.');
    // Whatever has to be ended in order comes first: what is erased here would otherwise be written again by it.
    for (const [table, rows] of Object.entries(this.awaited)) await this.insistOnNone(table, rows, personId);
    let changed = 0;
    for (const rows of this.erased) changed += await this.eraseRows(rows, personId);
    return { rows: changed };
  }

  /** In batches, each in a transaction of its own and past whatever is locked, so that nobody waits for it. */
  private async eraseRows({ table, rows, set, then }: ErasedRows, personId: string): Promise<number> {
    const batch = `SELECT row.ctid FROM ${table} AS row WHERE ${rows} LIMIT ${ROWS_AT_ONCE} FOR UPDATE SKIP LOCKED`;
    const change = set === undefined ? `DELETE FROM ${table} AS row` : `UPDATE ${table} AS row SET ${set}`;
    const statement = `WITH gone AS (${change} WHERE row.ctid = ANY (ARRAY(${batch})) RETURNING row.*)${then === undefined ? '' : `, after AS (${then})`} SELECT count(*)::int AS count FROM gone`;
    let changed = 0;
    for (let count = ROWS_AT_ONCE; count === ROWS_AT_ONCE; changed += count) {
      const [done] = await this.patiently<{ count: number }>(statement, personId);
      count = done!.count;
    }
    await this.insistOnNone(table, rows, personId);
    return changed;
  }

  private async insistOnNone(table: string, rows: string, personId: string): Promise<void> {
    const [left] = await this.patiently<{ is: boolean }>(`SELECT EXISTS (SELECT FROM ${table} AS row WHERE ${rows}) AS is`, personId);
    if (left!.is) throw new DomainError(Unavailable, `Something is left in ${table}.`);
  }

  /** Hardly anybody is erased, so there are no indexes for it: a big table is read whole. */
  private patiently<Row extends object>(statement: string, personId: string): Promise<Row[]> {
    return this.database.transaction(async (tx) => {
      await tx.query(`SET LOCAL statement_timeout = ${STATEMENT_BOUND_MS}`);
      return tx.query<Row>(statement, [personId], { silenceMs: STATEMENT_BOUND_MS });
    });
  }
}

import type { ExportPersonRequest, PersonalRowsView } from '@bookable/contracts-operations';
import { DomainError, Forbidden, NotFound, Unauthenticated } from '@bookable/kernel';
import type { MessageContext } from '@bookable/platform-bus';
import type { Database } from '@bookable/platform-database';
import type { FieldSeals } from '@bookable/platform-sealing';
import { LIBRARY_TABLES, type PersonalTable, type PersonalTables } from './personal-tables';

const ROWS_ON_A_PAGE = 1_000;
const BEGINNING = '(0,0)';

interface Row {
  readonly place: string;
  readonly row: Record<string, unknown>;
  readonly files: string[];
}

/** What makes a row somebody's, as SQL with the person's id as `$1::uuid`. */
export function belongsTo({ of = [], where }: PersonalTable): string {
  return [...of.map((column) => `row.${column} = $1::uuid`), ...(where ? [`(${where})`] : [])].join(' OR ');
}

/** Hands people what a service keeps of them, table by table and page by page, and nobody anything else. */
export class PersonalData {
  private readonly tables: readonly PersonalTable[];
  private readonly withheld: Readonly<Record<string, string>>;

  constructor(
    private readonly database: Database,
    own: PersonalTables,
    /** Absent where the service seals nothing. */
    private readonly seals?: FieldSeals,
  ) {
    this.tables = [...own.handedOut, ...LIBRARY_TABLES.handedOut];
    this.withheld = { ...own.withheld, ...LIBRARY_TABLES.withheld };
  }

  /** Pages follow the order in which rows lie: what changes meanwhile may come twice, and nothing that stays is missed. */
  async show({ personId, table: name, after = BEGINNING }: ExportPersonRequest, { actor }: MessageContext): Promise<PersonalRowsView> {
    if (!actor) throw new DomainError(Unauthenticated);
    if (actor.userId !== personId) throw new DomainError(Forbidden, 'This is not about you.');
    const tables = this.tables.map(({ table }) => table);
    const withheld = Object.entries(this.withheld).map(([table, because]) => ({ table, because }));
    if (name === undefined) return { tables, withheld, rows: [], files: [], after: null };
    const table = this.tables.find((one) => one.table === name);
    if (!table || !/^\(\d+,\d+\)$/.test(after)) throw new DomainError(NotFound);
    const rows = await this.page(table, personId, after);
    const last = rows.length < ROWS_ON_A_PAGE ? null : rows.at(-1)!.place;
    return { tables, withheld: [], rows: rows.map(({ row }) => this.seals?.openRow(table.table, row) ?? row), files: rows.flatMap(({ files }) => files), after: last };
  }

  private page(table: PersonalTable, personId: string, after: string): Promise<Row[]> {
    return this.database.query<Row>(
      `SELECT row.ctid::text AS place, to_jsonb(row) - $2::text[] AS row, ${table.files ?? `'{}'::text[]`} AS files
       FROM ${table.table} AS row WHERE row.ctid > $3::tid AND (${belongsTo(table)}) ORDER BY row.ctid LIMIT ${ROWS_ON_A_PAGE}`,
      [personId, table.without ?? [], after],
    );
  }
}

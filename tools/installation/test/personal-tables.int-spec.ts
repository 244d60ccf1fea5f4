import { join } from 'node:path';
import { type TestDatabase, startTestDatabase } from '@bookable/platform-testing';
import { Client } from 'pg';
import { SERVICES } from '../../cluster/config';
import { makeServiceSchemas } from '../../verify/test/service-schemas';
import { SOUND_WORLD } from '../../verify/test/sound-world';

interface PersonalTable {
  readonly table: string;
  readonly of?: readonly string[];
  readonly where?: string;
}
interface PersonalTables {
  readonly handedOut: readonly PersonalTable[];
  readonly withheld: Readonly<Record<string, string>>;
  readonly erased: readonly { readonly table: string; readonly rows: string; readonly set?: string; readonly then?: string }[];
  readonly awaited: Readonly<Record<string, string>>;
  readonly stays: Readonly<Record<string, string>>;
}

/** Copies that the database makes anew of what is erased. */
const DERIVED = new Set(['suggestion', 'suggestion_due']);
const ROOT = join(__dirname, '../../..');
const BOUND_MS = 120_000;
/** How columns are called in which the ids of people stand. */
const NAMES_PEOPLE = /(^|_)(user|owner|renter|author|person|reporter|follower|followed|blocker|blocked|actor|holder)_id$|_by$|^affected$|^moderator_ids$/;

/** In the planted world hotels go by the numbers of people. */
const isOfHotel = (table: string, column: string) => column === 'hotel_id' || (table === 'hotel' && column === 'id');
const schemaOf = (service: string) => service.replaceAll('-', '_');

/** What the services themselves say, as their code says it. */
async function declared(service: string): Promise<PersonalTables> {
  const own = (await import(join(ROOT, 'apps', service, 'src/persistence/personal-tables'))) as { readonly PERSONAL_TABLES: PersonalTables };
  const library = (await import(join(ROOT, 'libs/platform/operations/src/personal-tables'))) as { readonly LIBRARY_TABLES: PersonalTables };
  const [one, other] = [own.PERSONAL_TABLES, library.LIBRARY_TABLES];
  return {
    handedOut: [...one.handedOut, ...other.handedOut], withheld: { ...one.withheld, ...other.withheld }, erased: [...one.erased, ...other.erased],
    awaited: { ...one.awaited, ...other.awaited }, stays: { ...one.stays, ...other.stays },
  };
}

async function belongsTo(table: PersonalTable): Promise<string> {
  const reader = (await import(join(ROOT, 'libs/platform/operations/src/personal-data'))) as { readonly belongsTo: (table: PersonalTable) => string };
  return reader.belongsTo(table);
}

describe('what is handed to people of themselves', () => {
  let server: TestDatabase;
  let owner: Client;

  beforeAll(async () => {
    server = await startTestDatabase();
    await makeServiceSchemas(server.url);
    owner = new Client({ connectionString: server.url });
    await owner.connect();
    await owner.query(SOUND_WORLD);
  }, BOUND_MS);

  afterAll(async () => {
    await owner.end();
    await server.stop();
  });

  const columns = async (service: string) => {
    const { rows } = await owner.query<{ table: string; column: string; type: string }>(
      `SELECT table_name AS table, column_name AS column, udt_name AS type FROM information_schema.columns
       WHERE table_schema = $1 AND table_name IN (SELECT relname FROM pg_class WHERE relkind = 'r')`, [schemaOf(service)]);
    return rows;
  };

  /** Everybody whose id stands in a column that is called so, in any service. */
  const people = async (): Promise<string[]> => {
    const found = new Set<string>();
    for (const service of SERVICES) {
      for (const { table, column, type } of await columns(service)) {
        if (type !== 'uuid' || !NAMES_PEOPLE.test(column)) continue;
        const { rows } = await owner.query<{ id: string | null }>(`SELECT DISTINCT ${column}::text AS id FROM ${schemaOf(service)}.${table}`);
        for (const { id } of rows) if (id !== null) found.add(id);
      }
    }
    return [...found];
  };

  it.each(SERVICES)('%s: names every table in which a column says that it holds the id of a person', async (service) => {
    const { handedOut, withheld } = await declared(service);
    const known = new Set([...handedOut.map(({ table }) => table), ...Object.keys(withheld)]);
    const named = (await columns(service)).filter(({ column, type }) => ['uuid', '_uuid'].includes(type) && NAMES_PEOPLE.test(column));
    expect(named.filter(({ table, column }) => !known.has(table) && !known.has(`${table}.${column}`))).toEqual([]);
  });

  it.each(SERVICES)('%s: hands out every row in which the id of a person stands anywhere, or says why not', async (service) => {
    const { handedOut, withheld } = await declared(service);
    await owner.query(`SET search_path TO ${schemaOf(service)}, extensions, public`);
    const everybody = await people();
    expect(everybody.length).toBeGreaterThan(2);
    const missed: string[] = [];
    for (const table of new Set((await columns(service)).map((one) => one.table))) {
      if (withheld[table] !== undefined) continue;
      const one = handedOut.find((candidate) => candidate.table === table);
      const theirs = one ? await belongsTo(one) : 'false AND $1::uuid IS NULL';
      for (const id of everybody) {
        const { rows } = await owner.query<{ row: object }>(
          `SELECT to_jsonb(row) AS row FROM ${schemaOf(service)}.${table} AS row WHERE to_jsonb(row)::text LIKE '%' || $2 || '%' AND NOT coalesce((${theirs}), false)`, [id, id]);
        for (const { row } of rows) {
          const where = Object.entries(row).filter(([column, value]) => !isOfHotel(table, column) && JSON.stringify(value)?.includes(id) && withheld[`${table}.${column}`] === undefined);
          missed.push(...where.map(([column]) => `${table}.${column}`));
        }
      }
    }
    expect([...new Set(missed)]).toEqual([]);
  }, BOUND_MS);

  it.each(SERVICES)('%s: says of every table in which people stand what becomes of it when somebody is erased', async (service) => {
    const { handedOut, withheld, erased, awaited, stays } = await declared(service);
    const said = new Set([...erased.map(({ table }) => table), ...Object.keys(awaited), ...Object.keys(stays)]);
    const people = [...handedOut.map(({ table }) => table), ...Object.keys(withheld)].filter((table) => !table.includes('.'));
    expect(people.filter((table) => !said.has(table) && !DERIVED.has(table))).toEqual([]);
    const tables = new Set((await columns(service)).map(({ table }) => table));
    expect([...said].filter((table) => !tables.has(table))).toEqual([]);
  });

  it.each(SERVICES)('%s: erases by statements that the database takes, and finds nothing left the second time', async (service) => {
    const { erased, awaited } = await declared(service);
    await owner.query(`SET search_path TO ${schemaOf(service)}, extensions, public`);
    const count = async (table: string, rows: string, id: string) => Number((await owner.query<{ count: string }>(`SELECT count(*) FROM ${table} AS row WHERE ${rows}`, [id])).rows[0]!.count);
    for (const id of await people()) {
      for (const [table, rows] of Object.entries(awaited)) await count(table, rows, id);
      await owner.query('BEGIN');
      for (const { table, rows, set, then } of erased) {
        const change = set === undefined ? `DELETE FROM ${table} AS row` : `UPDATE ${table} AS row SET ${set}`;
        await owner.query(`WITH gone AS (${change} WHERE ${rows} RETURNING row.*)${then === undefined ? '' : `, after AS (${then})`} SELECT count(*) FROM gone`, [id]);
        expect([table, await count(table, rows, id)]).toEqual([table, 0]);
      }
      await owner.query('ROLLBACK');
    }
  }, BOUND_MS);
});

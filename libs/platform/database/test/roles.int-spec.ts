import { openDatabase, serviceRole } from '../src/index';
import { KeptEvents, type TestDatabase, startTestDatabase } from '@bookable/platform-testing';
import { Client } from 'pg';
import { NOTES } from './notes';

const SERVICES = ['auth', 'catalog', 'booking', 'notification', 'url-shortener', 'review', 'hotel-management'];
const PAIRS = SERVICES.flatMap((service) => SERVICES.filter((other) => other !== service).map((other) => [service, other] as const));

async function asRole<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

describe("a service's role", () => {
  let server: TestDatabase;
  const roleOf = (service: string) => serviceRole(service, server.url);
  beforeAll(async () => {
    server = await startTestDatabase();
    // At once, as the services of one process start.
    const opened = await Promise.all(SERVICES.map((service) => openDatabase({ ...NOTES, service, databaseUrl: server.url, poolSize: 1 }, new KeptEvents())));
    for (const { close } of opened) await close();
  });
  afterAll(() => server.stop());

  it.each(SERVICES)('reads and writes its own tables: %s', async (service) => {
    const rows = await asRole(roleOf(service).url, async (client) => {
      await client.query(`INSERT INTO ${roleOf(service).schema}.note (id) VALUES ('own')`);
      return (await client.query(`SELECT id FROM ${roleOf(service).schema}.note`)).rows;
    });
    expect(rows).toEqual([{ id: 'own' }]);
  });

  it.each(PAIRS)('%s can neither read nor write nor create anything in the schema of %s', async (service, other) => {
    const { schema } = roleOf(other);
    const attempts = [
      `SELECT * FROM ${schema}.note`,
      `SELECT * FROM ${schema}.outbox`,
      `INSERT INTO ${schema}.note (id) VALUES ('foreign')`,
      `DELETE FROM ${schema}.idempotency`,
      `CREATE TABLE ${schema}.foreign (id int)`,
      `SELECT ${schema}.record_facts('[]')`,
      `SET ROLE ${roleOf(other).role}`,
    ];
    await asRole(roleOf(service).url, async (client) => {
      for (const attempt of attempts) await expect(client.query(attempt)).rejects.toMatchObject({ code: '42501' });
    });
  });

  it('owns nothing but its schema: neither the public schema, nor a schema of its choice, nor other roles', async () => {
    await asRole(roleOf('booking').url, async (client) => {
      for (const attempt of ['CREATE TABLE public.x (id int)', 'CREATE SCHEMA mine', 'CREATE ROLE friend', 'CREATE TABLE extensions.x (id int)']) {
        await expect(client.query(attempt)).rejects.toMatchObject({ code: '42501' });
      }
    });
  });

  it('uses the extensions without naming their schema', async () => {
    const opened = await openDatabase({ ...NOTES, service: 'booking', databaseUrl: server.url, poolSize: 1 }, new KeptEvents());
    const [row] = await opened.database.query<{ alike: number; plain: string; hash: Buffer }>(
      `SELECT similarity('Квартира', 'квартира') AS alike, unaccent('é') AS plain, digest('a', 'sha256') AS hash, 'A'::citext = 'a'::citext AS same, cube(1) AS point`,
    );
    await opened.close();
    expect(row).toMatchObject({ alike: 1, plain: 'e', same: true });
  });

  it('has the same name and password on every replica, and other ones for another owner', () => {
    expect(serviceRole('booking', server.url)).toEqual(serviceRole('booking', server.url));
    const other = new URL(server.url);
    other.password = 'another';
    expect(serviceRole('booking', other.toString()).password).not.toBe(roleOf('booking').password);
  });
});

describe('an owner who may not create roles', () => {
  let server: TestDatabase;
  let limitedUrl: string;
  beforeAll(async () => {
    server = await startTestDatabase();
    const url = new URL(server.url);
    const owner = `${url.pathname.slice(1)}_limited`;
    await asRole(server.url, (client) => client.query(`CREATE ROLE ${owner} LOGIN PASSWORD 'known'; GRANT CREATE ON DATABASE ${url.pathname.slice(1)} TO ${owner}`));
    url.username = owner;
    url.password = 'known';
    limitedUrl = url.toString();
  });
  afterAll(() => server.stop());

  const open = () => openDatabase({ ...NOTES, databaseUrl: limitedUrl, poolSize: 1 }, new KeptEvents());

  it('is told what to do, where there is no schema of his own', async () => {
    await expect(open()).rejects.toThrow(/neither create roles.*CREATE SCHEMA notes AUTHORIZATION/s);
  });

  it('serves as the role of the service whose schema he owns', async () => {
    const owner = new URL(limitedUrl).username;
    await asRole(server.url, (client) => client.query(`CREATE SCHEMA notes AUTHORIZATION ${owner}`));
    const { database, close } = await open();
    expect(await database.query('SELECT current_user::text AS who, current_schema()::text AS place')).toEqual([{ who: owner, place: 'notes' }]);
    await close();
  });

  it('starts without an extension that only a superuser may create, whether or not the server has it', async () => {
    const { database, close } = await openDatabase({ ...NOTES, databaseUrl: limitedUrl, poolSize: 1, extensionsWhereAvailable: ['postgis'] }, new KeptEvents());
    expect(await database.query(`SELECT extname FROM pg_extension WHERE extname = 'postgis'`)).toEqual([]);
    await close();
  });

  it('is refused where he owns a second schema, which the service could then reach', async () => {
    await asRole(server.url, (client) => client.query(`CREATE SCHEMA other AUTHORIZATION ${new URL(limitedUrl).username}`));
    await expect(open()).rejects.toThrow('neither create roles');
  });
});

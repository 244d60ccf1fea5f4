import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { LocalDiskStorage } from '@bookable/platform-storage';
import { type TestDatabase, startTestDatabase } from '@bookable/platform-testing';
import { SERVICES } from '../../cluster/config';
import { checkInvariants, isGreen } from '../../verify/check-invariants';
import { INVARIANTS } from '../../verify/invariants';
import { makeServiceSchema, makeServiceSchemas } from '../../verify/test/service-schemas';
import { SOUND_WORLD } from '../../verify/test/sound-world';
import { sumUp } from '../copy-rows';
import { readManifest } from '../manifest';
import { asOwner } from '../owner-connection';
import { tablesOf } from '../read-schema';
import { restoreBackup } from '../restore-backup';
import { type Installation, takeBackup } from '../take-backup';

const BOUND_MS = 120_000;
const PENDING_FACT = `
  INSERT INTO booking.told_fact (id, message_id, topic, aggregate_id, occurred_at, request_id, payload)
  VALUES (7, gen_random_uuid(), 'booking.availability.changed', 'a', now(), 'r', '{}')`;

describe('an installation that is written down and brought back', () => {
  const databases: TestDatabase[] = [];
  let home: string;
  let source: Installation;

  /** The embedded Postgres and that of the tests are two versions where `TEST_DATABASE_URL` names another one. */
  const machine = async (name: string, isEmbedded: boolean): Promise<Installation> => {
    const database = await startTestDatabase({ isEmbedded });
    databases.push(database);
    const dataFolder = join(home, name);
    return { databaseUrl: database.url, dataFolder, storage: await LocalDiskStorage.open(join(dataFolder, 'media'), '/media'), services: SERVICES };
  };
  const bringBack = (to: Installation, folder: string) => restoreBackup(to, folder, (service, migrations) => makeServiceSchema(service, to.databaseUrl, migrations));
  const sums = ({ databaseUrl }: Installation) =>
    asOwner(databaseUrl, async (owner) => {
      const all: Record<string, string> = {};
      for (const schema of SERVICES.map((service) => service.replaceAll('-', '_'))) {
        for (const table of await tablesOf(owner, schema)) {
          const { rows, checksum } = await sumUp(owner, schema, table);
          all[`${schema}.${table.name}`] = `${rows} ${checksum}`;
        }
      }
      return all;
    });
  const faults = ({ databaseUrl }: Installation) =>
    asOwner(databaseUrl, async (owner) => (await checkInvariants(owner, INVARIANTS, 0)).filter((finding) => !isGreen(finding)).map(({ invariant }) => invariant.name));

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'bookable-installation-'));
    source = await machine('source', true);
    await makeServiceSchemas(source.databaseUrl);
    await asOwner(source.databaseUrl, (owner) => owner.query(SOUND_WORLD));
    await source.storage.put('listings/1/a.webp', Buffer.from('picture'), { contentType: 'image/webp' });
    await writeFile(join(source.dataFolder, 'auth-sealing.key'), 'sealed');
  }, BOUND_MS);

  afterAll(async () => {
    for (const database of databases) await database.stop();
    await rm(home, { recursive: true });
  }, BOUND_MS);

  it('is the same row for row, in another version of Postgres and back, and as it must always be', async () => {
    const before = await sums(source);
    expect(Object.values(before).filter((sum) => !sum.startsWith('0 ')).length).toBeGreaterThan(30);
    let from = source;
    for (const [step, isEmbedded] of [['there', false], ['back', true]] as const) {
      await takeBackup(from, join(home, `to-${step}`));
      const to = await machine(step, isEmbedded);
      await bringBack(to, join(home, `to-${step}`));
      expect(await sums(to)).toEqual(before);
      expect(await faults(to)).toEqual([]);
      from = to;
    }
    const file = await from.storage.get('listings/1/a.webp');
    expect([(await buffer(file!.stream)).toString(), file!.contentType]).toEqual(['picture', 'image/webp']);
    expect(await readdir(from.dataFolder)).toContain('auth-sealing.key');
  }, BOUND_MS);

  it('tells again what the broker had been told, as nobody knows who had heard it', async () => {
    await asOwner(source.databaseUrl, (owner) => owner.query(PENDING_FACT));
    await takeBackup(source, join(home, 'with-facts'));
    await asOwner(source.databaseUrl, (owner) => owner.query('TRUNCATE booking.told_fact'));
    const to = await machine('with-facts-restored', false);
    expect((await bringBack(to, join(home, 'with-facts'))).factsAgain).toBe(1);
    const { rows } = await asOwner(to.databaseUrl, (owner) => owner.query('SELECT id::int, topic FROM booking.outbox'));
    expect(rows).toEqual([{ id: 7, topic: 'booking.availability.changed' }]);
    expect(await faults(to)).toEqual(['every fact of booking has been told']);
  }, BOUND_MS);

  it('goes on giving out numbers where it was', async () => {
    const next = ({ databaseUrl }: Installation) => asOwner(databaseUrl, async (owner) => (await owner.query<{ n: string }>(`SELECT nextval(pg_get_serial_sequence('booking.outbox', 'id')) AS n`)).rows[0]!.n);
    await next(source);
    const before = Number(await next(source));
    await takeBackup(source, join(home, 'numbers'));
    const to = await machine('numbers-restored', false);
    await bringBack(to, join(home, 'numbers'));
    expect(Number(await next(to))).toBe(before + 1);
  }, BOUND_MS);

  it('is not brought back over another one, and is whole or not there', async () => {
    const folder = join(home, 'damaged');
    await takeBackup(source, folder);
    await expect(bringBack(source, folder)).rejects.toThrow('has an installation already');
    const manifest = await readManifest(folder);
    const [first, ...others] = manifest.schemas;
    const wrong = { ...first!, tables: first!.tables.map((table) => (table.name === 'user_account' ? { ...table, checksum: 'f'.repeat(16) } : table)) };
    await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, schemas: [...others, wrong] }));
    const to = await machine('damaged-restored', false);
    await expect(bringBack(to, folder)).rejects.toThrow('were written down');
    const rows = await asOwner(to.databaseUrl, (owner) => owner.query('SELECT FROM booking.booking'));
    expect(rows.rowCount).toBe(0);
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
    await bringBack(to, folder);
    expect(await sums(to)).toEqual(await sums(source));
  }, BOUND_MS);
});

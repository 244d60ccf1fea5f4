import { migrateDatabase, openDatabase } from '../src/index';
import { KeptEvents, type TestDatabase, startTestDatabase } from '@bookable/platform-testing';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CreateNote202611211000, NOTES } from './notes';

class AddColour202611211100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE note ADD COLUMN colour text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE note DROP COLUMN colour');
  }
}

class HalfAStep202611211200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE half (id int)');
    await runner.query('SELECT 1 / 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE half');
  }
}

describe('migrations', () => {
  let server: TestDatabase;
  beforeAll(async () => {
    server = await startTestDatabase();
  });
  afterAll(() => server.stop());

  const open = (migrations: readonly (new () => MigrationInterface)[]) => openDatabase({ ...NOTES, migrations, databaseUrl: server.url, poolSize: 2 }, new KeptEvents());

  it('run once, though six replicas start together', async () => {
    const replicas = await Promise.all(Array.from({ length: 6 }, () => open([CreateNote202611211000])));
    const names = await replicas[0]!.database.query<{ name: string }>('SELECT name FROM migration ORDER BY ran_at, name');
    expect(names.map(({ name }) => name)).toEqual(expect.arrayContaining(['CreateOutbox202611210900', 'CreateNote202611211000']));
    expect(names).toHaveLength(7);
    for (const { close } of replicas) await close();
  });

  it('leave nothing of one that fails, and stop the start with its name', async () => {
    await expect(open([CreateNote202611211000, HalfAStep202611211200])).rejects.toThrow('HalfAStep202611211200');
    const { database, close } = await open([CreateNote202611211000]);
    expect(await database.query(`SELECT to_regclass('half') AS half`)).toEqual([{ half: null }]);
    await close();
  });

  it('run only where they are new, and let those of a newer version be', async () => {
    const newer = await open([CreateNote202611211000, AddColour202611211100]);
    const older = await open([CreateNote202611211000]);
    expect(await older.database.query('SELECT colour FROM note')).toEqual([]);
    await newer.close();
    await older.close();
  });

  it('run without a service that starts, and once, though two ask together', async () => {
    const own = { ...NOTES, service: 'early-notes', databaseUrl: server.url };
    const ran = await Promise.all([migrateDatabase(own), migrateDatabase(own)]);
    expect(ran.flat().filter((name) => name === 'CreateNote202611211000')).toHaveLength(1);
    expect(await migrateDatabase(own)).toEqual([]);
  });

  it('refuse two under one name', async () => {
    await expect(open([CreateNote202611211000, CreateNote202611211000])).rejects.toThrow('Two migrations are called');
  });

  it('do not lengthen what a statement may take afterwards', async () => {
    const { database, close } = await open([CreateNote202611211000]);
    expect(await database.query('SHOW statement_timeout')).toEqual([{ statement_timeout: '2500ms' }]);
    await close();
  });

  it('run as far as they had when a backup was taken, and on from there later', async () => {
    const own = await startTestDatabase();
    const options = { ...NOTES, databaseUrl: own.url, migrations: [CreateNote202611211000, AddColour202611211100] };
    const whole = await migrateDatabase(options);
    const older = await startTestDatabase();
    const before = whole.filter((name) => name !== AddColour202611211100.name);
    expect(await migrateDatabase({ ...options, databaseUrl: older.url }, before)).toEqual(before);
    expect(await migrateDatabase({ ...options, databaseUrl: older.url })).toEqual([AddColour202611211100.name]);
    await Promise.all([own.stop(), older.stop()]);
  });

  it('are refused where a backup knows one that this version does not', async () => {
    const own = await startTestDatabase();
    await expect(migrateDatabase({ ...NOTES, databaseUrl: own.url }, ['FromTheFuture203011211000'])).rejects.toThrow('FromTheFuture203011211000');
    await own.stop();
  });
});

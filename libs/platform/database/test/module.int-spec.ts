import { EventPublisher } from '@bookable/platform-bus';
import { Database, DatabaseModule, DatabaseVitals } from '../src/index';
import { HealthChecks, Metrics } from '@bookable/platform-health';
import { KeptEvents, type TestDatabase, startTestDatabase, waitUntil } from '@bookable/platform-testing';
import { type DynamicModule, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { purgeOldKeys } from '../src/purge-old-keys';
import { NOTES, NoteTable, NoteWritten } from './notes';

@Injectable()
class NoteStore {
  constructor(
    readonly database: Database,
    readonly dataSource: DataSource,
    readonly vitals: DatabaseVitals,
  ) {}
}

@Module({})
class World {
  static of(...providers: { provide: typeof EventPublisher | typeof Metrics | typeof HealthChecks; useValue: unknown }[]): DynamicModule {
    return { module: World, global: true, providers, exports: providers };
  }
}

describe("a service's database module", () => {
  let server: TestDatabase;
  const events = new KeptEvents();
  const metrics = Metrics.create('notes', { withProcess: false });
  const health = new HealthChecks();
  const start = () =>
    NestFactory.createApplicationContext(
      {
        module: class Notes {},
        imports: [
          World.of({ provide: EventPublisher, useValue: events }, { provide: Metrics, useValue: metrics }, { provide: HealthChecks, useValue: health }),
          DatabaseModule.register({ ...NOTES, databaseUrl: server.url }),
        ],
        providers: [NoteStore],
      },
      { logger: false },
    );
  beforeAll(async () => {
    server = await startTestDatabase();
  });
  afterAll(() => server.stop());

  it('gives stores the database, relays while the app runs, and reports on both', async () => {
    const app = await start();
    const { database, dataSource, vitals } = app.get(NoteStore);
    await database.transaction(async (tx) => {
      await tx.manager.save(NoteTable, { id: 'a', text: 'x' });
      tx.publish(NoteWritten, { id: 'a' });
    });
    await waitUntil(() => events.of(NoteWritten).length === 1);
    expect(await dataSource.getRepository(NoteTable).findOneBy({ id: 'a' })).toMatchObject({ text: 'x' });
    await waitUntil(async () => (await vitals.measure()).factsPending === 0);
    expect((await health.ready()).checks).toEqual({ 'notes.database': 'up' });
    expect((await metrics.collect()).text).toMatch(/bookable_outbox_relayed_total\{service="notes"\} 1\n/);
    await app.close();
    await expect(database.query('SELECT 1')).rejects.toThrow();
  });

  it('forgets keys and messages nobody can repeat any more, and no younger ones', async () => {
    const app = await start();
    const { database } = app.get(NoteStore);
    await database.query(`
      INSERT INTO idempotency (caller, topic, key, body_hash, created_at)
      SELECT 'c', 't', n::text, '', now() - n * interval '1 day' FROM generate_series(0, 9) AS n`);
    await database.query(`INSERT INTO inbox (message_id, handler, applied_at) SELECT n::text, 't', now() - n * interval '1 day' FROM generate_series(0, 19) AS n`);
    await Promise.all([purgeOldKeys(database), purgeOldKeys(database)]);
    expect(await database.query('SELECT key FROM idempotency ORDER BY key')).toEqual([{ key: '0' }, { key: '1' }]);
    expect(await database.query('SELECT FROM inbox')).toHaveLength(14);
    await app.close();
  });
});

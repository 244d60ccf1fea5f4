import { FindAffectedUsers, FindAuditEntries, GetBackgroundWork, type ServiceName, inService } from '@bookable/contracts-operations';
import { newId } from '@bookable/kernel';
import type { BusConnection } from '@bookable/platform-bus';
import type { RunningService } from '@bookable/platform-runtime';
import { type TestDatabase, startTestDatabase, testBus, waitUntil } from '@bookable/platform-testing';
import { Client } from 'pg';
import { as, startPad } from './pad-world';
import { pad } from './small-service';

const service = 'pad' as ServiceName;

describe('what a service does in the background', () => {
  let database: TestDatabase;
  let bus: BusConnection;
  let running: RunningService;
  let client: Client;
  beforeAll(async () => {
    database = await startTestDatabase();
    // Somebody is awaited who never comes, so that facts stay in the outbox.
    bus = testBus({ services: ['pad', 'nobody'] });
    running = await startPad(bus, database.url);
    client = new Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await bus.close();
    await running.stop();
    await database.stop();
  });

  const look = () => as(['admin'], () => bus.bus.request(inService(GetBackgroundWork, 'pad'), { service }));
  const jobNamed = async (name: string) => (await look()).jobs.find((job) => job.name === name)!;

  it('is shown: the outbox by topic, what waits, and how the service is', async () => {
    const occurredAt = '2026-01-02T03:04:05.000Z';
    await client.query(
      `INSERT INTO pad.outbox (message_id, topic, aggregate_id, occurred_at, request_id, payload)
       SELECT gen_random_uuid(), 'pad.note.written', n::text, $1::timestamptz + n * interval '1 s', 'r', '{}' FROM generate_series(0, 2) AS n`, [occurredAt]);
    await client.query(`INSERT INTO pad.idempotency (caller, topic, key, body_hash) VALUES ('a', 'b', 'c', '')`);
    const work = await look();
    expect(work).toMatchObject({ service: 'pad', state: 'ready', release: 'unreleased', deadLetters: 0, idempotencyKeys: 1 });
    expect(work.outbox).toEqual({ waiting: 3, oldestAt: occurredAt, topics: [{ topic: 'pad.note.written', waiting: 3, oldestAt: occurredAt }] });
    expect(work.dependencies).toContainEqual({ name: 'database', state: 'up' });
  });

  it('tells of each job when it ran, when it is due, and what it failed with', async () => {
    await waitUntil(async () => (await jobNamed('turn-pages.turn')).startedAt !== null);
    expect(await jobNamed('turn-pages.turn')).toMatchObject({ cadence: 'every 0.02 s', failedAt: null, fault: null });
    const nightly = await jobNamed('turn-pages.tidy');
    expect(nightly).toMatchObject({ cadence: '0 4 * * *', startedAt: null, tookMs: null, failedAt: null });
    expect(new Date(nightly.nextAt!).getHours()).toBe(4);
    pad.roundFails = true;
    await waitUntil(async () => (await jobNamed('turn-pages.turn')).failedAt !== null);
    pad.roundFails = false;
    const failed = await jobNamed('turn-pages.turn');
    expect(failed.fault).toBe('Error: stuck');
    await waitUntil(async () => (await jobNamed('turn-pages.turn')).startedAt! > failed.startedAt!);
    expect(await jobNamed('turn-pages.turn')).toMatchObject({ fault: 'Error: stuck' });
  });

  it('is nobody’s but administrators’ to see, and so is the log of what they did', async () => {
    for (const contract of [GetBackgroundWork, FindAuditEntries, FindAffectedUsers]) {
      await expect(as(['renter', 'landlord'], () => bus.bus.request(inService(contract as typeof GetBackgroundWork, 'pad'), { service }))).rejects.toMatchObject({ problem: { code: 'forbidden' } });
    }
  });

  it('is logged, and read page by page', async () => {
    const [person, actor] = [newId(), newId()];
    for (const minute of ['00', '01', '02']) {
      await client.query(`INSERT INTO pad.audit_entry (id, at, action, role, actor_id, affected, times) VALUES ($1, $2, 'pad.note.read', 'admin', $3, ARRAY[$4]::uuid[], 1)`, [newId(), `2026-05-01T10:${minute}:00Z`, actor, person]);
    }
    const entries = (cursor?: string, limit = 2) => as(['admin'], () => bus.bus.request(inService(FindAuditEntries, 'pad'), { actor, from: '2026-05-01T10:00:00Z', to: '2026-05-01T11:00:00Z', limit, cursor }));
    const first = await entries();
    const rest = await entries(first.nextCursor!);
    expect([...first.items, ...rest.items].map(({ at }) => at)).toEqual(['02', '01', '00'].map((minute) => `2026-05-01T10:${minute}:00.000Z`));
    expect([first.items[0]!.service, rest.nextCursor]).toEqual(['pad', null]);
    const affected = await as(['admin'], () => bus.bus.request(inService(FindAffectedUsers, 'pad'), { actor, to: '2026-05-01T10:02:00Z' }));
    expect(affected.items).toEqual([{ userId: person, actions: ['pad.note.read'], firstAt: '2026-05-01T10:00:00.000Z', lastAt: '2026-05-01T10:01:00.000Z', times: 2 }]);
  });
});

import { randomUUID } from 'node:crypto';
import { DropDeadLetter, FindDeadLetters, OpenDeadLetter, ReplayDeadLetter, type ServiceName, inService } from '@bookable/contracts-operations';
import { newId } from '@bookable/kernel';
import { type BusConnection, InstallationAtBroker, RabbitMqBus } from '@bookable/platform-bus';
import { type RunningService } from '@bookable/platform-runtime';
import { type TestDatabase, startTestDatabase, testBus, waitUntil } from '@bookable/platform-testing';
import { Client } from 'pg';
import { as, noteWritten, startPad } from './pad-world';
import { pad } from './small-service';

const service = 'pad' as ServiceName;
const [find, open, replay, drop] = [inService(FindDeadLetters, 'pad'), inService(OpenDeadLetter, 'pad'), inService(ReplayDeadLetter, 'pad'), inService(DropDeadLetter, 'pad')];
const RABBITMQ_URL = process.env['RABBITMQ_URL'];
const retryPausesMs = [1];

/** Two processes of the service, or one where the bus is within it. */
interface Form {
  readonly buses: readonly BusConnection[];
  readonly end: () => Promise<void>;
}

async function inOneProcess(): Promise<Form> {
  const bus = testBus({ retryPausesMs, services: ['pad'] });
  return { buses: [bus], end: () => bus.close() };
}

async function inACluster(): Promise<Form> {
  const namespace = `test-${randomUUID()}`;
  const join = () => RabbitMqBus.connect({ url: RABBITMQ_URL!, namespace, retryPausesMs, listeners: { pad: ['pad.note.written'] } });
  const buses = [await join(), await join()];
  const end = async () => {
    await Promise.all(buses.map((bus) => bus.close()));
    await new InstallationAtBroker({ url: RABBITMQ_URL!, namespace, services: ['pad'], retryPausesMs }).remove();
  };
  return { buses, end };
}

describe.each([['in one process', inOneProcess], ...(RABBITMQ_URL ? [['in a cluster', inACluster] as const] : [])] as const)('dead letters %s', (_form, begin) => {
  let database: TestDatabase;
  let form: Form;
  let running: RunningService[];
  let client: Client;
  const admin = newId();
  const asAdmin = <Result>(work: () => Promise<Result>, userId = admin) => as(['renter', 'admin'], work, userId);
  const bus = () => form.buses[0]!.bus;

  beforeAll(async () => {
    database = await startTestDatabase();
    form = await begin();
    running = [];
    for (const connection of form.buses) running.push(await startPad(connection, database.url));
    client = new Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    for (const one of running) await one.stop();
    await form.end();
    await database.stop();
  });

  const list = async (limit?: number, cursor?: string) => asAdmin(() => bus().request(find, { service, limit, cursor }));
  /** Facts that could not be taken in, and now could. */
  const die = async (...ids: string[]) => {
    pad.isBroken = true;
    const envelopes = ids.map(noteWritten);
    await form.buses[0]!.publisher.publish(envelopes);
    const dead = async () => (await list(100)).items.filter(({ id }) => envelopes.some(({ messageId }) => messageId === id)).length;
    await waitUntil(async () => (await dead()) === ids.length);
    pad.isBroken = false;
    return envelopes.map(({ messageId }) => messageId);
  };
  const timesOf = async (note: string): Promise<number> => (await client.query<{ times: number }>('SELECT times FROM pad.note WHERE id = $1', [note])).rows[0]?.times ?? 0;
  const entries = async (id: string) => (await client.query<{ action: string; actor_id: string; reason: string }>('SELECT action, actor_id, reason FROM pad.audit_entry WHERE subject = $1 ORDER BY id', [`dead-letter ${id}`])).rows;

  it('are listed page by page, and looked at without what is personal', async () => {
    const ids = [...(await die('listed-1')), ...(await die('listed-2')), ...(await die('listed-3'))];
    const first = await list(2);
    const second = await list(2, first.nextCursor!);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect(second.nextCursor).toBeNull();
    expect(first.items[0]).toMatchObject({ service: 'pad', topic: 'pad.note.written', aggregateId: 'listed-1', tries: 2, reason: expect.stringContaining('no ink for [email]') as string });
    const { body } = await asAdmin(() => bus().request(open, { service, id: ids[0]! }));
    expect(JSON.parse(body)).toEqual({ id: 'listed-1', name: '[redacted]', text: '[redacted]', about: '[text of 15 characters]' });
    expect(await entries(ids[0]!)).toMatchObject([{ action: 'operations.dead-letter.opened', actor_id: admin }]);
    for (const id of ids) await asAdmin(() => bus().request(drop, { service, id, reason: 'a test' }));
  });

  it('are replayed with one effect, though many do it at once from every process', async () => {
    const [id] = await die('replayed');
    const many = Array.from({ length: 6 }, (_, index) => form.buses[index % form.buses.length]!.bus);
    const settled = await Promise.all(many.map((one) => asAdmin(() => one.request(replay, { service, id: id! }), newId())));
    expect(new Set(settled.map(({ by, at }) => `${by} ${at}`)).size).toBe(1);
    expect(settled[0]).toMatchObject({ id, outcome: 'replayed', reason: null });
    await waitUntil(async () => (await timesOf('replayed')) > 0);
    expect(await entries(id!)).toMatchObject([{ action: 'operations.dead-letter.replayed', actor_id: settled[0]!.by }]);
    expect((await list()).items).toEqual([]);
    expect(await asAdmin(() => bus().request(replay, { service, id: id! }))).toEqual(settled[0]);
    expect(await timesOf('replayed')).toBe(1);
  });

  it('have no second effect where the service had taken the fact in before', async () => {
    const [id] = await die('known');
    await client.query(`INSERT INTO pad.inbox (message_id, handler) VALUES ($1, 'NoteConsumer.keep')`, [id]);
    await asAdmin(() => bus().request(replay, { service, id: id! }));
    await die('after-known').then(([after]) => asAdmin(() => bus().request(drop, { service, id: after!, reason: 'a test' })));
    expect(await timesOf('known')).toBe(0);
    expect((await list()).items).toEqual([]);
  });

  it('that die again can be replayed again', async () => {
    const [id] = await die('twice');
    const [before] = (await list()).items;
    pad.isBroken = true;
    await asAdmin(() => bus().request(replay, { service, id: id! }));
    await waitUntil(async () => (await list()).items.some(({ diedAt }) => diedAt !== before!.diedAt));
    pad.isBroken = false;
    await asAdmin(() => bus().request(replay, { service, id: id! }));
    await waitUntil(async () => (await timesOf('twice')) === 1);
    expect(await entries(id!)).toHaveLength(2);
  });

  it('are dropped with a reason, once, and then cannot be replayed', async () => {
    const [id] = await die('dropped');
    const ask = (reason: string) => asAdmin(() => bus().request(drop, { service, id: id!, reason }));
    const settled = await ask('done by hand');
    expect(settled).toMatchObject({ outcome: 'dropped', by: admin, reason: 'done by hand' });
    expect(await ask('again')).toEqual({ ...settled, at: (await ask('once more')).at });
    await expect(asAdmin(() => bus().request(replay, { service, id: id! }))).rejects.toMatchObject({ problem: { code: 'dead-letter-settled' } });
    expect(await entries(id!)).toMatchObject([{ action: 'operations.dead-letter.dropped', actor_id: admin, reason: 'done by hand' }]);
    expect(await timesOf('dropped')).toBe(0);
  });

  it('that nobody knows are not there, and nobody but administrators hears of any', async () => {
    const unknown = { service, id: newId() };
    await expect(asAdmin(() => bus().request(replay, unknown))).rejects.toMatchObject({ problem: { code: 'not-found' } });
    await expect(asAdmin(() => bus().request(open, unknown))).rejects.toMatchObject({ problem: { code: 'not-found' } });
    for (const contract of [find, open, replay]) {
      await expect(as(['renter', 'landlord'], () => bus().request(contract as typeof open, unknown))).rejects.toMatchObject({ problem: { code: 'forbidden' } });
    }
    await expect(bus().request(drop, { ...unknown, reason: 'none' })).rejects.toMatchObject({ problem: { code: 'unauthenticated' } });
  });
});

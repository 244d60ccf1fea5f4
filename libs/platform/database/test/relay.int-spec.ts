import { fork } from 'node:child_process';
import { join } from 'node:path';
import { type EventEnvelope, EventPublisher } from '@bookable/platform-bus';
import { runInContext } from '@bookable/platform-context';
import { type OpenDatabase, describeFact, openDatabase } from '../src/index';
import { KeptEvents, type TestDatabase, anActor, startTestDatabase, waitUntil } from '@bookable/platform-testing';
import { NOTES, type NoteFacts, NoteWritten } from './notes';

const ROOT = join(__dirname, '../../../..');

const writeNotes = ({ database }: OpenDatabase, ...facts: NoteFacts[]): Promise<void> =>
  database.transaction(async (tx) => {
    for (const fact of facts) tx.publish(NoteWritten, fact);
    await tx.query('SELECT 1');
  });
const pending = ({ database }: OpenDatabase): Promise<unknown[]> => database.query('SELECT FROM outbox');
const versionsOf = (events: KeptEvents, id: string): (number | undefined)[] => events.of(NoteWritten).filter((fact) => fact.id === id).map(({ version }) => version);

/** Takes longer over a batch than the relay's linger, as a broker far away does. */
class SlowEvents extends KeptEvents {
  override async publish(envelopes: readonly EventEnvelope[]): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 8));
    return super.publish(envelopes);
  }
}

/** A broker that can be away, or refuse facts of one aggregate. */
class MoodyEvents extends KeptEvents {
  refuses = (_envelope: EventEnvelope): boolean => false;

  override publish(envelopes: readonly EventEnvelope[]): Promise<void> {
    return envelopes.some((envelope) => this.refuses(envelope)) ? Promise.reject(new Error('away')) : super.publish(envelopes);
  }
}

describe('the outbox relay', () => {
  let server: TestDatabase;
  const opened: OpenDatabase[] = [];
  const open = async (publisher: EventPublisher): Promise<OpenDatabase> => {
    const notes = await openDatabase({ ...NOTES, databaseUrl: server.url, poolSize: 4 }, publisher);
    opened.push(notes);
    return notes;
  };
  beforeAll(async () => {
    server = await startTestDatabase();
  });
  afterEach(async () => {
    for (const { close } of opened.splice(0)) await close();
  });
  afterAll(() => server.stop());

  it('tells who, when and why beside the fact', async () => {
    const events = new KeptEvents();
    const notes = await open(events);
    notes.relay.start();
    const actor = anActor();
    await runInContext({ requestId: 'request', messageId: 'cause', actor, traceparent: '00-a-b-01' }, () => writeNotes(notes, { id: 'told' }));
    const [envelope] = await waitUntil(() => (events.envelopes.length > 0 ? events.envelopes : undefined));
    expect(envelope).toMatchObject({ topic: 'notes.note.written', aggregateId: 'told', requestId: 'request', causationId: 'cause', actor, traceparent: '00-a-b-01', payload: '{"id":"told"}' });
    await waitUntil(async () => (await pending(notes)).length === 0);
  });

  it('tells what hand-written SQL recorded', async () => {
    const events = new KeptEvents();
    const notes = await open(events);
    notes.relay.start();
    const facts = JSON.stringify([describeFact(NoteWritten, { id: 'by-hand', version: 1 }), describeFact(NoteWritten, { id: 'by-hand', version: 2 })]);
    await notes.database.query('WITH note AS (INSERT INTO note (id) VALUES ($1)) SELECT record_facts($2)', ['by-hand', facts]);
    notes.database.kickOutbox();
    await waitUntil(() => versionsOf(events, 'by-hand').join() === '1,2');
  });

  it('finds facts nobody kicked it for', async () => {
    const events = new KeptEvents();
    const notes = await open(events);
    notes.relay.start();
    await writeNotes(notes, { id: 'kicked' });
    await waitUntil(() => versionsOf(events, 'kicked').length === 1);
    await notes.database.query('SELECT record_facts($1)', [JSON.stringify([describeFact(NoteWritten, { id: 'unkicked' })])]);
    await waitUntil(() => versionsOf(events, 'unkicked').length === 1);
  });

  it('keeps the order of each aggregate while two replicas of a service relay at once', async () => {
    const events = new SlowEvents();
    const replicas = [await open(events), await open(events)];
    for (const { relay } of replicas) relay.start();
    const ids = Array.from({ length: 40 }, (_, index) => `ordered-${index}`);
    for (let version = 1; version <= 15; version++) {
      // Each fact is committed before its successor, by whichever replica is at hand.
      await Promise.all(ids.map((id, index) => writeNotes(replicas[(index + version) % 2]!, { id, version })));
    }
    await waitUntil(() => events.envelopes.length >= 600, { timeoutMs: 15_000 });
    const inOrder = Array.from({ length: 15 }, (_, index) => index + 1);
    for (const id of ids) expect(versionsOf(events, id)).toEqual(inOrder);
  });

  it('keeps facts while the broker is away, and tells them in order once it is back', async () => {
    const events = new MoodyEvents();
    events.refuses = () => true;
    const notes = await open(events);
    notes.relay.start();
    for (let version = 1; version <= 5; version++) await writeNotes(notes, { id: 'patient', version });
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(await pending(notes)).toHaveLength(5);
    events.refuses = () => false;
    await waitUntil(() => versionsOf(events, 'patient').join() === '1,2,3,4,5');
    await waitUntil(async () => (await pending(notes)).length === 0);
  });

  it('goes on with other lanes while the facts of one cannot be told', async () => {
    const events = new MoodyEvents();
    events.refuses = ({ aggregateId }) => aggregateId === 'stuck';
    const notes = await open(events);
    notes.relay.start();
    await writeNotes(notes, { id: 'stuck' });
    const others = Array.from({ length: 30 }, (_, index) => `other-${index}`);
    await writeNotes(notes, ...others.map((id) => ({ id })));
    const lanes = await notes.database.query<{ id: string }>(`SELECT id FROM unnest($1::text[]) AS id WHERE hashtext(id) & 15 <> hashtext('stuck') & 15`, [others]);
    await waitUntil(() => lanes.every(({ id }) => versionsOf(events, id).length === 1), { timeoutMs: 2_000 });
    events.refuses = () => false;
    await waitUntil(async () => (await pending(notes)).length === 0);
  });

  it('tells what is committed last before it stops', async () => {
    const events = new SlowEvents();
    const notes = await open(events);
    notes.relay.start();
    await writeNotes(notes, { id: 'last' });
    await notes.close();
    expect(versionsOf(events, 'last')).toEqual([undefined]);
  });

  it('goes on after its connection was killed', async () => {
    const events = new KeptEvents();
    const notes = await open(events);
    notes.relay.start();
    await writeNotes(notes, { id: 'before' });
    await waitUntil(() => versionsOf(events, 'before').length > 0);
    await notes.database.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'notes outbox'`);
    await writeNotes(notes, { id: 'after' });
    await waitUntil(() => versionsOf(events, 'after').length > 0);
  });

  it.each(['before-publishing', 'before-deleting'])('loses nothing where its process is killed %s, and repeats under the same ids', async (dies) => {
    const child = fork(join(__dirname, 'doomed-service.ts'), [server.url, dies, '20'], {
      execArgv: ['-r', '@swc-node/register'],
      cwd: ROOT,
      env: { ...process.env, SWC_NODE_PROJECT: join(ROOT, 'tsconfig.base.json') },
    });
    const published: string[] = [];
    let hasCommitted = false;
    child.on('message', (message: { published?: string; committed?: number }) => {
      if (message.published) published.push(message.published);
      if (message.committed) hasCommitted = true;
    });
    await waitUntil(() => hasCommitted && (dies === 'before-publishing' || published.length > 0), { timeoutMs: 15_000, that: 'the process has committed its facts' });
    child.kill('SIGKILL');

    const events = new KeptEvents();
    const survivor = await open(events);
    survivor.relay.start();
    await waitUntil(() => versionsOf(events, dies).length === 20);
    expect(versionsOf(events, dies)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(events.envelopes.map(({ messageId }) => messageId)).toEqual(expect.arrayContaining(published));
  });
});

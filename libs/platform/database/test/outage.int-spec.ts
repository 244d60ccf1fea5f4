import { EventEmitter } from 'node:events';
import { Unavailable } from '@bookable/kernel';
import { TcpProxy } from '@bookable/platform-faults';
import { openDatabase } from '../src/index';
import { KeptEvents, type ServiceDatabase, startServiceDatabase } from '@bookable/platform-testing';
import { Client, type Pool } from 'pg';
import { ConnectionPool } from '../src/connection-pool';
import { NOTES } from './notes';

describe('a database in trouble', () => {
  let notes: ServiceDatabase;
  beforeAll(async () => {
    notes = await startServiceDatabase({ ...NOTES, poolSize: 2, statementTimeoutMs: 500, connectionTimeoutMs: 300 });
  });
  afterAll(() => notes.stop());

  const refusal = { problem: Unavailable, facts: { retryAfterSeconds: expect.any(Number) } };
  const killAllSessions = async (): Promise<void> => {
    const owner = new Client({ connectionString: notes.url });
    await owner.connect();
    await owner.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()');
    await owner.end();
  };

  it('refuses for now where every connection is taken', async () => {
    const sleepers = [1, 2].map(() => notes.database.transaction((tx) => tx.query('SELECT pg_sleep(0.4)')));
    await new Promise(setImmediate);
    await expect(notes.database.query('SELECT 1')).rejects.toMatchObject(refusal);
    await Promise.all(sleepers);
    await expect(notes.database.query('SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
  });

  it('refuses for now where a statement takes too long, without a word of PostgreSQL', async () => {
    const slow = notes.database.query('SELECT pg_sleep(2)');
    await expect(slow).rejects.toMatchObject({ ...refusal, message: expect.not.stringContaining('statement timeout') });
  });

  it('refuses for now where a row stays locked', async () => {
    await notes.database.query(`INSERT INTO note (id) VALUES ('locked')`);
    await notes.database.transaction(async (tx) => {
      await tx.query(`SELECT FROM note WHERE id = 'locked' FOR UPDATE`);
      await expect(notes.database.query(`UPDATE note SET text = 'x' WHERE id = 'locked'`)).rejects.toMatchObject(refusal);
    });
  });

  it('serves the next query after idle connections were killed', async () => {
    await Promise.all([notes.database.query('SELECT 1'), notes.database.query('SELECT 1')]);
    await killAllSessions();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await expect(notes.database.query('SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
  });

  it('refuses for now, and keeps nothing, where the connection is killed within a transaction', async () => {
    const cut = notes.database.transaction(async (tx) => {
      await tx.query(`INSERT INTO note (id) VALUES ('cut')`);
      await killAllSessions();
      await tx.query('SELECT 1');
    });
    await expect(cut).rejects.toMatchObject(refusal);
    expect(await notes.database.query(`SELECT FROM note WHERE id = 'cut'`)).toEqual([]);
  });

  it('refuses for now, and opens another connection, where the server is gone without a word', async () => {
    const way = new TcpProxy(new URL(notes.url));
    await way.open();
    const far = await openDatabase({ ...NOTES, databaseUrl: way.url, poolSize: 1, statementTimeoutMs: 200, connectionTimeoutMs: 5_000 }, new KeptEvents());
    await far.database.query('SELECT 1');
    way.strand();
    await expect(far.database.query('SELECT 1')).rejects.toMatchObject(refusal);
    await expect(far.database.query('SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
    await far.close();
    await way.close();
  });

  it('is no reason to end where a connection breaks in the turn in which it is lent', async () => {
    const pool = new EventEmitter();
    const connections = new ConnectionPool(pool as unknown as Pool);
    const client = Object.assign(new EventEmitter(), { connectionParameters: {} });
    pool.emit('acquire', client);
    expect(connections).toBeDefined();
    expect(client.emit('error', new Error('terminating connection'))).toBe(true);
  });

  it('lets faults of ours through as faults', async () => {
    await expect(notes.database.query('SELECT no_such_column FROM note')).rejects.toMatchObject({ code: '42703' });
  });

  it('keeps a connection on which a statement failed', async () => {
    const backend = (): Promise<{ pid: number }[]> => notes.database.query('SELECT pg_backend_pid() AS pid');
    const [before] = await backend();
    await expect(notes.database.query('SELECT 1 / 0')).rejects.toThrow();
    expect(await backend()).toEqual([before]);
  });

  it('does not let a service start where nobody answers', async () => {
    const nowhere = openDatabase({ ...NOTES, databaseUrl: 'postgres://nobody@127.0.0.1:1/none' }, new KeptEvents());
    await expect(nowhere).rejects.toThrow('ECONNREFUSED');
  });
});

describe('a named statement', () => {
  let notes: ServiceDatabase;
  beforeAll(async () => {
    notes = await startServiceDatabase({ ...NOTES, poolSize: 1 });
  });
  afterAll(() => notes.stop());

  it('is prepared once per connection', async () => {
    for (const id of ['a', 'b']) await notes.database.query('SELECT text FROM note WHERE id = $1', [id], { name: 'find-note' });
    expect(await notes.database.query(`SELECT name FROM pg_prepared_statements WHERE name = 'find-note'`)).toHaveLength(1);
  });

  it('is refused where its name already means another one', async () => {
    await expect(notes.database.query('SELECT id FROM note', [], { name: 'find-note' })).rejects.toThrow('must be unique');
    await expect(notes.database.query('SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
  });
});

import { fork } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgres, runningEmbeddedUrl } from '../src/index';
import { Client } from 'pg';

const ROOT = join(__dirname, '../../../..');

async function on<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

describe('an embedded PostgreSQL', () => {
  let top: string;
  let running: EmbeddedPostgres | undefined;
  const start = async (folder: string, isDurable = true): Promise<EmbeddedPostgres> => (running = await EmbeddedPostgres.start({ folder, isDurable }));
  beforeEach(async () => {
    top = await mkdtemp(join(tmpdir(), 'bookable-embedded-'));
    await chmod(top, 0o755);
  });
  afterEach(async () => {
    await running?.destroy();
    running = undefined;
    await rm(top, { recursive: true, force: true });
  });

  it('keeps what was written from one start to the next', async () => {
    const first = await start(join(top, 'pg'));
    await on(first.url, 'CREATE TABLE kept AS SELECT 1 AS one');
    await first.stop();
    const second = await start(join(top, 'pg'));
    expect(await on(second.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
  });

  it('sorts, folds case and takes words apart in Cyrillic as in Latin', async () => {
    const { url } = await start(join(top, 'pg'), false);
    await on(url, 'CREATE EXTENSION pg_trgm');
    const [row] = await on<object>(url, `SELECT lower('ПРИВЕТ') AS lower, similarity('Квартира', 'квартира') AS alike, to_tsvector('russian', 'Квартиры')::text AS word, 'Ж' > 'А' AS sorted`);
    expect(row).toEqual({ lower: 'привет', alike: 1, word: "'квартир':1", sorted: true });
  });

  it('lets nobody in without its password, where it is durable', async () => {
    const { url } = await start(join(top, 'pg'));
    const guessed = new URL(url);
    guessed.password = 'postgres';
    await expect(on(guessed.toString(), 'SELECT 1')).rejects.toThrow('password authentication failed');
  });

  it('is spoken to through a socket, which asks for the password as well', async () => {
    const { url } = await start(join(top, 'pg'));
    expect(await on(url, 'SELECT inet_client_addr() AS address')).toEqual([{ address: null }]);
  });

  it.each([
    ['too long for a socket', 'l'.repeat(90)],
    ['one that a list of folders would break at', 'one, two'],
  ])('is spoken to over the loopback address where its path is %s', async (_what, name) => {
    const { url } = await start(join(top, name));
    expect(await on(url, 'SELECT host(inet_client_addr()) AS address')).toEqual([{ address: '127.0.0.1' }]);
  });

  it('can be found by whoever may read its folder, while it runs', async () => {
    const folder = join(top, 'pg');
    expect(await runningEmbeddedUrl(folder)).toBeUndefined();
    const server = await start(folder);
    expect(await runningEmbeddedUrl(folder)).toBe(server.url);
    await server.stop();
    expect(await runningEmbeddedUrl(folder)).toBeUndefined();
  });

  it('lies elsewhere where its account may not enter the folder, as when root has locked it', async () => {
    await mkdir(join(top, 'locked'), { mode: 0o700 });
    const folder = join(top, 'locked', 'pg');
    const first = await start(folder);
    await on(first.url, 'CREATE TABLE kept AS SELECT 1 AS one');
    await first.stop();
    const second = await start(folder);
    expect(await on(second.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
    expect(await runningEmbeddedUrl(folder)).toBe(second.url);
  });

  it('has one owner at a time', async () => {
    await start(join(top, 'pg'));
    await expect(EmbeddedPostgres.start({ folder: join(top, 'pg'), isDurable: true })).rejects.toThrow('Another process is using the database');
  });

  it('recovers what was committed where the server itself was killed', async () => {
    const first = await start(join(top, 'pg'));
    await on(first.url, 'CREATE TABLE kept AS SELECT 1 AS one');
    const pid = Number((await readFile(join(top, 'pg', 'data', 'postmaster.pid'), 'utf8')).split('\n')[0]);
    process.kill(pid, 'SIGKILL');
    const second = await start(join(top, 'pg'));
    expect(await on(second.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
  });

  it('starts although the number in an old pid file was given to another process', async () => {
    const first = await start(join(top, 'pg'));
    await first.stop();
    await writeFile(join(top, 'pg', 'data', 'postmaster.pid'), `${process.pid}\n${join(top, 'pg', 'data')}\n0\n1\n\n127.0.0.1\n\nready   \n`);
    const second = await start(join(top, 'pg'));
    expect(await on(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('is taken over by the next process where its owner was killed', async () => {
    const owner = fork(join(__dirname, 'doomed-owner.ts'), [join(top, 'pg')], {
      execArgv: ['-r', '@swc-node/register'],
      cwd: ROOT,
      env: { ...process.env, SWC_NODE_PROJECT: join(ROOT, 'tsconfig.base.json') },
    });
    const url = await new Promise<string>((resolve, reject) => {
      owner.once('message', (message) => resolve(String(message)));
      owner.once('exit', () => reject(new Error('The owner ended before its database ran.')));
    });
    await on(url, 'CREATE TABLE kept AS SELECT 1 AS one');
    const ended = new Promise((resolve) => owner.once('exit', resolve));
    owner.kill('SIGKILL');
    await ended;
    const heir = await start(join(top, 'pg'));
    expect(await on(heir.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
    await heir.stop();
    expect(await runningEmbeddedUrl(join(top, 'pg'))).toBeUndefined();
  });

  it('begins again where its first making was cut off', async () => {
    await mkdir(join(top, 'pg', 'unfinished', 'data', 'base'), { recursive: true });
    const { url } = await start(join(top, 'pg'), false);
    expect(await on(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('says why where it cannot start', async () => {
    const first = await start(join(top, 'pg'));
    await first.stop();
    await writeFile(join(top, 'pg', 'data', 'postgresql.auto.conf'), 'no_such_setting = 1\n');
    await expect(EmbeddedPostgres.start({ folder: join(top, 'pg'), isDurable: true })).rejects.toThrow(/did not start.*no_such_setting/s);
  });
});

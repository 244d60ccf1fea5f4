import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@bookable/platform-launch';
import { waitUntil } from '@bookable/platform-testing';

const ROOT = join(__dirname, '../../..');
const PATIENCE_MS = 120_000;

interface Found {
  readonly id: string;
  readonly kind: string;
  readonly rating: { readonly count: number } | null;
}

describe('the embedded default', () => {
  let folder = '';
  let port = 0;
  let child: ChildProcess;
  let output = '';

  const ask = async (path: string, init?: RequestInit) => (await fetch(`http://127.0.0.1:${port}${path}`, init)).json() as Promise<unknown>;
  const listings = async () => ((await ask('/api/listings?limit=100')) as { items: Found[] }).items;

  const start = async () => {
    output = '';
    child = spawn(process.execPath, ['-r', '@swc-node/register', 'apps/standalone/src/main.ts'], {
      cwd: ROOT,
      env: { PATH: process.env.PATH, SWC_NODE_PROJECT: 'tsconfig.base.json', DATA_DIR: folder, PORT: String(port), START_TIMEOUT_SECONDS: '100', SHUTDOWN_TIMEOUT_SECONDS: '60' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const isUp = () => {
      if (child.exitCode !== null) output += '\nIt ended.';
      return output.includes('Ctrl-C stops it.') || child.exitCode !== null;
    };
    await waitUntil(isUp, { timeoutMs: PATIENCE_MS, that: 'it says that it is ready' });
  };

  const stop = async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
    return child.exitCode;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'standalone-'));
    port = await freePort();
    await start();
  }, PATIENCE_MS);

  afterAll(async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  }, PATIENCE_MS);

  it('needs nothing but Node, and tells a person where to look', () => {
    expect(output).toContain(`http://localhost:${port}/api/docs`);
    expect(output).toContain('hanna@demo.example');
  });

  it('is ready, each service with its database', async () => {
    const { status, checks } = (await ask('/health/ready')) as { status: string; checks: Record<string, string> };
    expect(status).toBe('ready');
    expect(Object.keys(checks).filter((name) => name.endsWith('.database'))).toHaveLength(7);
    expect(new Set(Object.values(checks))).toEqual(new Set(['up']));
  });

  it('shows every kind, reviewed and with photos', async () => {
    const found = await waitUntil(async () => {
      const items = await listings();
      return items.filter(({ rating }) => (rating?.count ?? 0) > 0).length === 2 ? items : undefined;
    }, { that: 'both ratings have reached the search' });
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['apartment', 'item', 'workspace', 'event', 'room']));
    const flat = (await ask(`/api/listings/${found.find(({ kind }) => kind === 'apartment')?.id}`)) as { photos: { urls: { small: string } }[] };
    const photo = await fetch(`http://127.0.0.1:${port}${flat.photos[0]?.urls.small}`);
    expect([photo.status, photo.headers.get('content-type')]).toEqual([200, 'image/webp']);
    await photo.body?.cancel();
  });

  it('lets people into the demo accounts by the password it made up', async () => {
    const password = await readFile(join(folder, 'demo/password'), 'utf8');
    const signedIn = (await ask('/api/auth/login', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: 'ivan@demo.example', password }) })) as { accessToken: string };
    const { items } = (await ask('/api/bookings?role=renter', { headers: { authorization: `Bearer ${signedIn.accessToken}` } })) as { items: { status: string }[] };
    expect(items.map(({ status }) => status).sort()).toEqual(['completed', 'completed', 'confirmed', 'confirmed', 'pending']);
  });

  it('tells its metrics, one series for each service', async () => {
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    for (const service of ['auth', 'catalog', 'booking', 'review']) expect(text).toContain(`bookable_database_pool_connections{service="${service}",state="idle"}`);
    expect(text).toMatch(/bookable_rpc_serve_duration_seconds_count\{service="booking",topic="booking\.place-booking",outcome="answered"\} 5/);
  });

  it('stops in order, and starts again with what was there, and nothing twice', async () => {
    const before = (await listings()).map(({ id }) => id);
    expect(await stop()).toBe(0);
    await start();
    expect((await listings()).map(({ id }) => id)).toEqual(before);
    expect(await stop()).toBe(0);
  }, PATIENCE_MS);
});

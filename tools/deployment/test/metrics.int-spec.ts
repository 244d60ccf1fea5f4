import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, untilReady } from '@bookable/platform-launch';
import { type TestDatabase, startTestDatabase } from '@bookable/platform-testing';
import { metricsAskedFor, readExpressions } from '../expressions';
import { ROOT } from '../manifest';

const PATIENCE_MS = 110_000;
/** A histogram is asked for by its parts. */
const PART = /_(?:bucket|sum|count)$/;

describe('the metrics of a running system', () => {
  let database: TestDatabase;
  let system: ChildProcess;
  let url = '';
  const folder = mkdtempSync(join(tmpdir(), 'bookable-metrics-'));

  beforeAll(async () => {
    database = await startTestDatabase();
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const env = { PATH: process.env.PATH, SWC_NODE_PROJECT: 'tsconfig.base.json', DATABASE_URL: database.url, DATA_DIR: folder, PORT: String(port), DEMO: 'off', LOG_LEVEL: 'warn' };
    system = spawn(process.execPath, ['-r', '@swc-node/register', 'apps/standalone/src/main.ts'], { cwd: ROOT, env, stdio: 'ignore' });
    await untilReady(url, system, PATIENCE_MS);
  });

  afterAll(async () => {
    system.kill('SIGTERM');
    if (system.exitCode === null) await once(system, 'exit');
    await database.stop();
    rmSync(folder, { recursive: true });
  });

  it('have every name that the alerts, the dashboards and the autoscalers ask for', async () => {
    await fetch(`${url}/api/listings`, { headers: { 'accept-language': 'de-AT' } });
    const text = await (await fetch(`${url}/metrics`)).text();
    const told = new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name));
    const isTold = (name: string) => told.has(name) || told.has(name.replace(PART, ''));
    const asked = readExpressions().flatMap(({ where, text: question }) => metricsAskedFor(question).names.map((name) => [where, name] as const));
    expect(asked.filter(([, name]) => !isTold(name))).toEqual([]);
    expect(asked.length).toBeGreaterThan(40);
    expect(isTold('bookable_no_such_thing')).toBe(false);
    expect(text).toContain('bookable_http_requests_by_region_total{service="gateway",region="europe"} 1');
  });
});

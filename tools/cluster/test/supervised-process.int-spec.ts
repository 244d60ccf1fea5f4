import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@bookable/platform-launch';
import { waitUntil } from '@bookable/platform-testing';
import type { Member } from '../config';
import { notReadyAfter } from '../readiness';
import { SupervisedProcess } from '../supervised-process';

const SMALL_SERVICE = `
const server = require('node:http').createServer((request, response) => response.end('{}')).listen(process.env.HEALTH_PORT);
process.on('SIGTERM', () => { server.closeAllConnections(); server.close(() => process.exit(0)); });
process.on('disconnect', () => process.exit(0));
`;
const UNUSABLE_SERVICE = 'process.exit(78);';

describe('a member of the cluster', () => {
  let root = '';
  const started: SupervisedProcess[] = [];
  const said: string[] = [];
  const hopeless: string[] = [];
  const pidOf = async (name: string) => Number(await readFile(join(root, `${name}.pid`), 'utf8').catch(() => '0'));

  const supervise = async (service: string): Promise<{ member: Member; supervised: SupervisedProcess }> => {
    const member: Member = { name: service, service, port: await freePort(), portVariable: 'HEALTH_PORT' };
    const supervision = { root, env: process.env, pidFolder: root, say: (line: string) => void said.push(line), onHopeless: ({ name }: Member) => void hopeless.push(name) };
    const supervised = new SupervisedProcess(member, supervision);
    started.push(supervised);
    return { member, supervised };
  };

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'cluster-'));
    for (const [service, source] of [['small', SMALL_SERVICE], ['unusable', UNUSABLE_SERVICE]] as const) {
      await mkdir(join(root, 'dist/apps', service), { recursive: true });
      await writeFile(join(root, 'dist/apps', service, 'main.js'), source);
    }
  });

  afterAll(async () => {
    for (const supervised of started) supervised.kill();
    await rm(root, { recursive: true });
  });

  it('comes back by itself after a kill -9, under a new process number', async () => {
    const { member, supervised } = await supervise('small');
    supervised.start();
    expect(await notReadyAfter([member], 10_000)).toEqual([]);
    const first = await pidOf('small');
    process.kill(first, 'SIGKILL');
    await waitUntil(async () => ![0, first].includes(await pidOf('small')), { that: 'it has a new process number' });
    expect(await notReadyAfter([member], 10_000)).toEqual([]);
    expect(said).toEqual([expect.stringContaining('small ended (SIGKILL), starts again')]);
    await supervised.stop();
    expect(await notReadyAfter([member], 300)).toEqual([member]);
    expect(await pidOf('small')).toBe(0);
  });

  it('is not started again where its environment is unusable', async () => {
    const { supervised } = await supervise('unusable');
    supervised.start();
    await waitUntil(() => hopeless.includes('unusable'), { that: 'it is given up' });
  });
});

import { type AddressInfo, type Socket, createServer } from 'node:net';
import { TcpProxy } from '@bookable/platform-faults';
import type { RunningService } from '@bookable/platform-runtime';
import { waitUntil } from '@bookable/platform-testing';
import { Redis } from 'ioredis';
import { OpenedGateway } from './opened-gateway';

const REDIS = process.env['TEST_REDIS_URL'] || 'redis://127.0.0.1:6379';
/** With `RATE_LIMIT_FACTOR` at 0.01 a caller may read twelve times a minute. */
const READS = 12;

describe('Rate limits of two gateways over one Redis', () => {
  const cable = new TcpProxy(new URL(REDIS));
  let gateway: OpenedGateway;
  let second: RunningService & { readonly url: string };

  beforeAll(async () => {
    await cable.open();
    const env = { RATE_LIMIT_FACTOR: '0.01', RATE_LIMIT_STORE_URL: cable.url };
    gateway = await OpenedGateway.open(env);
    second = await gateway.start(env);
    await storeIsUsed();
  });

  afterAll(async () => {
    await second?.stop();
    await gateway?.close();
    await cable.close();
  });

  const read = async (url: string, token: string) => {
    const { status, headers } = await fetch(`${url}/api/auth/me`, { headers: { authorization: `Bearer ${token}` } });
    return { status, left: Number(headers.get('ratelimit-remaining')), waitSeconds: Number(headers.get('retry-after')) };
  };
  /** A caller of one's own is counted by both only once both are connected. */
  const storeIsUsed = () => waitUntil(async () => {
    const token = gateway.key.token();
    const counts = [await read(gateway.running.url, token), await read(second.url, token)];
    return counts.map(({ left }) => left).join() === `${READS - 1},${READS - 2}`;
  });
  const unshared = async () => Number(/^bookable_rate_limit_unshared_total\{[^}]*\} (\d+)$/m.exec((await gateway.call('GET', '/metrics')).text)?.[1] ?? 0);

  it('are one limit, however a caller goes back and forth', async () => {
    const token = gateway.key.token();
    const answers = [];
    for (let time = 0; time < READS + 4; time += 1) answers.push(await read(time % 2 === 0 ? gateway.running.url : second.url, token));
    expect(answers.map(({ status }) => status)).toEqual([...Array<number>(READS).fill(200), 429, 429, 429, 429]);
    expect(answers.map(({ left }) => left)).toEqual([...Array.from({ length: READS }, (_, time) => READS - 1 - time), 0, 0, 0, 0]);
    for (const { waitSeconds } of answers.slice(READS)) expect([waitSeconds > 0, waitSeconds <= 60]).toEqual([true, true]);
  });

  it('let no more through when everything comes at once', async () => {
    const token = gateway.key.token();
    const answers = await Promise.all(Array.from({ length: 60 }, (_, time) => read(time % 2 === 0 ? gateway.running.url : second.url, token)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(READS);
  });

  it('count each caller and each route apart', async () => {
    const [ann, ben] = [gateway.key.token(), gateway.key.token()];
    for (let time = 0; time < READS + 1; time += 1) await read(gateway.running.url, ann);
    expect([(await read(second.url, ann)).status, (await read(second.url, ben)).status]).toEqual([429, 200]);
    expect((await fetch(`${second.url}/api/listings`, { headers: { authorization: `Bearer ${ann}` } })).status).toBe(200);
  });

  it('keep nothing at Redis that outlives its minute', async () => {
    const redis = new Redis(REDIS);
    try {
      const token = gateway.key.token({ sub: '01890000-0000-7000-8000-00000000feed' });
      await read(gateway.running.url, token);
      const keys = await redis.keys('bookable:limit:*0000feed');
      const lives = await Promise.all(keys.map((key) => redis.pttl(key)));
      expect(lives).toHaveLength(1);
      expect([lives[0]! > 0, lives[0]! <= 60_000]).toEqual([true, true]);
    } finally {
      redis.disconnect();
    }
  });

  it('go on in each gateway for itself while Redis is away, which is counted and told, and are one again when it is back', async () => {
    const before = await unshared();
    await cable.close();
    const token = gateway.key.token();
    const answers = [];
    for (let time = 0; time < READS + 1; time += 1) answers.push((await read(gateway.running.url, token)).status);
    expect(answers).toEqual([...Array<number>(READS).fill(200), 429]);
    expect((await read(second.url, token)).status).toBe(200);
    expect(await unshared()).toBeGreaterThanOrEqual(before + READS);
    expect(gateway.logs.filter((line) => line.includes('each gateway counts for itself')).length).toBeGreaterThan(0);
    await cable.open();
    await storeIsUsed();
  });

  it('do not wait for a Redis that takes a question and gives no answer', async () => {
    // It says that it is ready, and nothing more.
    const lines = new Set<Socket>();
    const silent = createServer((line) => lines.add(line.on('data', (asked) => void (String(asked).toLowerCase().includes('info') && line.write('$0\r\n\r\n'))).on('error', () => line.destroy())));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const env = { RATE_LIMIT_FACTOR: '0.01', RATE_LIMIT_STORE_URL: `redis://127.0.0.1:${(silent.address() as AddressInfo).port}` };
    const alone = await gateway.start(env);
    try {
      await waitUntil(async () => lines.size > 0);
      const token = gateway.key.token();
      for (let time = 0; time < READS; time += 1) expect((await read(alone.url, token)).status).toBe(200);
      expect((await read(alone.url, token)).status).toBe(429);
    } finally {
      await alone.stop();
      for (const line of lines) line.destroy();
      silent.close();
    }
  });
});

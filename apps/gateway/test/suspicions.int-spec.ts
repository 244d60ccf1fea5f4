import type { RecordSuspicionsRequest, SuspicionFacts } from '@bookable/contracts-auth';
import { newId } from '@bookable/kernel';
import { waitUntil } from '@bookable/platform-testing';
import { OpenedGateway } from './opened-gateway';
import { TestKey } from './signing';

describe('what is suspicious at the door', () => {
  let gateway: OpenedGateway;
  beforeAll(async () => void (gateway = await OpenedGateway.open({ RATE_LIMIT_FACTOR: '1' })));
  afterAll(() => gateway.close());

  const told = (): SuspicionFacts[] => gateway.services.of('auth.record-suspicions').flatMap(({ request }) => (request as RecordSuspicionsRequest).suspicions);
  /** What was told of an action once nothing more can come, because the door is closed and another one opened. */
  const inTheEnd = async (action: string) => {
    await gateway.running.close();
    gateway.running = await gateway.start({ RATE_LIMIT_FACTOR: '1' });
    const suspicions = told().filter((suspicion) => suspicion.action === action);
    return { by: [...new Set(suspicions.map(({ actorId, network }) => actorId ?? network))], times: suspicions.reduce((sum, { times }) => sum + times, 0) };
  };

  it('is a forged token, told with the network it came from and counted; one whose time is over is not', async () => {
    const forged = () => new TestKey().token({}, { kid: gateway.key.kid });
    const expired = gateway.key.token({ exp: Math.floor(Date.now() / 1_000) - 1 });
    for (const token of [expired, forged(), forged(), expired, forged()]) expect((await gateway.call('GET', '/api/auth/me', { token })).status).toBe(401);
    await waitUntil(() => told().length > 0);
    expect(await inTheEnd('gateway.access-token.forged')).toEqual({ by: ['127.0.0.0/24'], times: 3 });
  });

  it('is somebody who reaches for what is not theirs again and again, and not who does it now and then', async () => {
    const [now, often] = [newId(), newId()];
    for (const [sub, times] of [[now, 10], [often, 35]] as const) {
      const token = gateway.key.token({ sub });
      for (let count = 0; count < times; count += 1) expect((await gateway.call('GET', `/api/bookings/${newId()}`, { token })).status).toBe(404);
    }
    expect(await inTheEnd('gateway.things-of-others.reached-for')).toEqual({ by: [often], times: 5 });
  });

  it('is who runs into a rate limit', async () => {
    const body = { email: 'somebody@mail.example', password: 'wrong-Lantern-41' };
    const statuses = await Promise.all(Array.from({ length: 70 }, async () => (await gateway.call('POST', '/api/auth/login', { body })).status));
    const limited = statuses.filter((status) => status === 429).length;
    expect(limited).toBeGreaterThan(0);
    expect(await inTheEnd('gateway.rate-limit.exhausted')).toEqual({ by: ['127.0.0.0/24'], times: limited });
  });
});

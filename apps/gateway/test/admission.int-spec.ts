import { request as httpRequest } from 'node:http';
import { waitUntil } from '@bookable/platform-testing';
import { type Answer, OpenedGateway } from './opened-gateway';

describe('A house that is full', () => {
  let gateway: OpenedGateway;
  let answerAll: () => void;

  beforeEach(async () => {
    gateway = await OpenedGateway.open({ REQUESTS_AT_ONCE: '2' });
    gateway.services.busy = new Promise((resolve) => (answerAll = resolve));
  });
  afterEach(async () => {
    answerAll();
    await gateway.close();
  });

  const search = (): Promise<Answer> => gateway.call('GET', '/api/listings');
  const searches = () => gateway.services.of('catalog.search-listings').length;
  const fill = async (): Promise<Promise<Answer>[]> => {
    const waiting = [search(), search()];
    await waitUntil(() => searches() === 2);
    return waiting;
  };

  it('refuses one more at once, with a time to come back, and asks no service', async () => {
    await fill();
    const refused = await search();
    expect([refused.status, refused.json()['code'], searches()]).toEqual([503, 'overloaded', 2]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });

  it('still tells operators how it is, and that it is full', async () => {
    await fill();
    await search();
    expect((await gateway.call('GET', '/health/live')).status).toBe(200);
    const { text } = await gateway.call('GET', '/metrics');
    expect(text).toMatch(/bookable_http_requests_refused_for_load_total\{service="gateway"\} 1/);
    expect(text).toMatch(/bookable_http_requests_inside\{service="gateway"\} 2/);
  });

  it('has room again for each that was answered', async () => {
    const waiting = await fill();
    answerAll();
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([200, 200]);
    expect((await search()).status).toBe(200);
  });

  it('has room again once those who were refused for other reasons, or have gone, are gone', async () => {
    for (let time = 0; time < 3; time += 1) expect((await gateway.call('GET', '/api/listings?nonsense=1')).status).toBe(400);
    const impatient = [0, 1].map(() => httpRequest(`${gateway.running.url}/api/listings`).on('error', () => undefined));
    for (const asked of impatient) asked.end();
    await waitUntil(() => searches() === 2);
    for (const asked of impatient) asked.destroy();
    answerAll();
    await waitUntil(async () => (await search()).status === 200);
  });

  it('keeps room from nobody who sends slowly', async () => {
    const slow = [0, 1, 2].map(() => httpRequest(`${gateway.running.url}/api/auth/login`, { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': 60 } }).on('error', () => undefined));
    for (const sent of slow) sent.write('{"email":');
    answerAll();
    expect((await search()).status).toBe(200);
    for (const sent of slow) sent.destroy();
  });
});

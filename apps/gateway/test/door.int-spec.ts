import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { newId } from '@bookable/kernel';
import { type Answer, OpenedGateway } from './opened-gateway';

const COUNT_OF_MEMBERS = ['code', 'detail', 'instance', 'requestId', 'status', 'title', 'type'];

function expectProblem(answer: Answer, status: number, code: string): Record<string, unknown> {
  expect({ status: answer.status, type: answer.headers.get('content-type') }).toEqual({ status, type: 'application/problem+json; charset=utf-8' });
  const problem = answer.json();
  expect(problem).toMatchObject({ status, code, type: `/problems/${code}`, requestId: answer.headers.get('x-request-id') });
  for (const member of COUNT_OF_MEMBERS) expect(problem).toHaveProperty(member);
  return problem;
}

describe('The public door', () => {
  let gateway: OpenedGateway;
  let token: string;

  beforeAll(async () => {
    gateway = await OpenedGateway.open({ RATE_LIMIT_FACTOR: '100', CORS_ORIGINS: 'https://app.example.org' });
    token = gateway.key.token();
  });

  afterAll(() => gateway.close());

  it('forwards a public read as the bytes that the service wrote', async () => {
    const id = newId();
    const answer = await gateway.call('GET', `/api/users/${id}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.text).toBe(`{"id":"${id}","name":"Ann"}`);
  });

  it('tells services who asks, under which request id and with which idempotency key', async () => {
    const userId = newId();
    const headers = { 'idempotency-key': 'once only', 'x-request-id': 'my-own-request-1' };
    const body = { listingId: newId(), from: '2026-12-01', to: '2026-12-03' };
    const answer = await gateway.call('POST', '/api/bookings', { token: gateway.key.token({ sub: userId, roles: ['renter', 'landlord'] }), headers, body });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('x-request-id')).toBe('my-own-request-1');
    const { context, request } = gateway.services.last()!;
    expect(request).toEqual(body);
    expect(context).toMatchObject({ requestId: 'my-own-request-1', idempotencyKey: 'once only', actor: { userId, roles: ['renter', 'landlord'] } });
  });

  it('makes a request id where the given one could forge a log line', async () => {
    const answer = await gateway.call('GET', '/api/cities', { headers: { 'x-request-id': 'x" level="fatal' } });
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('lets nobody on the way keep what is not for everybody', async () => {
    const [own, refused, open] = [await gateway.call('GET', `/api/bookings/${newId()}`, { token }), await gateway.call('GET', '/api/auth/me'), await gateway.call('GET', `/api/users/${newId()}`)];
    expect([own, refused, open].map(({ headers }) => headers.get('cache-control'))).toEqual(['no-store', 'no-store', 'public, no-cache']);
  });

  it.each([
    ['a control character in a header', 'GET / HTTP/1.1\r\nHost: x\r\nX-A: a\u0001b\r\n\r\n', 400, 'malformed'],
    ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(40_000)}\r\n\r\n`, 431, 'too-large'],
  ])('answers %s with a problem, and closes the line', async (_what, bytes, status, code) => {
    const answer = await new Promise<string>((resolve, reject) => {
      let heard = '';
      const { hostname, port } = new URL(gateway.running.url);
      const line = connect({ host: hostname, port: Number(port) }, () => line.write(bytes));
      line.on('data', (chunk: Buffer) => (heard += chunk.toString())).on('close', () => resolve(heard)).on('error', reject);
    });
    expect(answer).toContain(`HTTP/1.1 ${status} `);
    expect(JSON.parse(answer.split('\r\n\r\n')[1]!)).toMatchObject({ status, code, instance: '/' });
  });

  it('hands on a refusal of a service with its facts', async () => {
    const body = { listingId: newId(), from: '2026-12-01', to: '2026-12-03', quantity: 13 };
    const problem = expectProblem(await gateway.call('POST', '/api/bookings', { token, body }), 409, 'slot-taken');
    expect(problem).toMatchObject({ detail: 'These days are taken.', instance: '/api/bookings', freeFrom: '2026-12-01' });
  });

  it('tells nothing of a fault but its request id, and logs it', async () => {
    const answer = await gateway.call('GET', '/api/auth/sessions', { token });
    expectProblem(answer, 500, 'internal');
    expect(answer.text).not.toContain('secret');
    expect(gateway.logs.some((line) => line.includes('A request failed') && line.includes(answer.headers.get('x-request-id')!))).toBe(true);
  });

  it('answers 503 with Retry-After where no service answers', async () => {
    const answer = await gateway.call('GET', `/api/hotels/${newId()}`);
    expectProblem(answer, 503, 'unavailable');
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('knows no address but its own, and says which methods an address has', async () => {
    expectProblem(await gateway.call('GET', '/api/nothing'), 404, 'not-found');
    const wrong = await gateway.call('PUT', '/api/bookings');
    expectProblem(wrong, 405, 'method-not-allowed');
    expect(wrong.headers.get('allow')).toBe('GET, POST');
    expect(expectProblem(await gateway.call('GET', '/api/users/%E0%A4%A'), 400, 'malformed')).toMatchObject({ instance: '/api/users/%E0%A4%25A' });
  });

  it.each([
    ['broken JSON', '{"email":', 'application/json', 400, 'malformed'],
    ['a list where an object belongs', '[]', 'application/json', 400, 'malformed'],
    ['a name given twice', '{"email":"a@b.cd","email":"c@d.ef","password":"x"}', 'application/json', 400, 'malformed'],
    ['a name that reaches the prototype', '{"email":"a@b.cd","password":"x","__proto__":{"roles":["admin"]}}', 'application/json', 400, 'malformed'],
    ['a constructor of its own', '{"email":"a@b.cd","password":"x","constructor":{"prototype":{}}}', 'application/json', 400, 'malformed'],
    ['a NUL', '{"email":"a@b.cd","password":"x\\u0000"}', 'application/json', 400, 'malformed'],
    ['half a surrogate pair', '{"email":"a@b.cd","password":"x\\ud800"}', 'application/json', 400, 'malformed'],
    ['nesting without end', `{"email":${'['.repeat(5_000)}${']'.repeat(5_000)}}`, 'application/json', 400, 'malformed'],
    ['another media type', 'email=a@b.cd', 'application/x-www-form-urlencoded', 415, 'unsupported-media'],
    ['plain text', '{}', 'text/plain', 415, 'unsupported-media'],
    ['a form where none is taken', '--x--', 'multipart/form-data; boundary=x', 415, 'unsupported-media'],
    ['more than it reads', `{"email":"${'a'.repeat(1_100_000)}"}`, 'application/json', 413, 'too-large'],
  ])('refuses a body with %s', async (_what, body, type, status, code) => {
    expectProblem(await gateway.call('POST', '/api/auth/login', { body, headers: { 'content-type': type } }), status, code);
  });

  it('hears out whoever sends somewhat too much, and goes on with the same line', async () => {
    const { hostname, port } = new URL(gateway.running.url);
    const line = connect({ host: hostname, port: Number(port) });
    let heard = '';
    line.on('data', (chunk: Buffer) => (heard += chunk.toString()));
    const hears = async (status: number) => {
      while (!heard.includes(`HTTP/1.1 ${status} `)) await once(line, 'data');
    };
    line.write('POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2000000\r\n\r\n');
    await hears(413);
    line.write(' '.repeat(2_000_000));
    line.write('GET /api/users/0192f0a0-0000-7000-8000-000000000001 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    await hears(200);
    await once(line, 'close');
  });

  it('closes the line on whoever means to send without end', async () => {
    const { hostname, port } = new URL(gateway.running.url);
    const line = connect({ host: hostname, port: Number(port) });
    line.write(`POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${10 ** 10}\r\n\r\n`);
    const chunks: Buffer[] = [];
    line.on('data', (chunk: Buffer) => chunks.push(chunk));
    await once(line, 'close');
    expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('refuses bytes that are not UTF-8', async () => {
    const body = Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]);
    expectProblem(await gateway.call('POST', '/api/auth/login', { body, headers: { 'content-type': 'application/json' } }), 400, 'malformed');
  });

  it.each([
    ['an unknown parameter', '/api/listings?colour=red', 'colour'],
    ['a number that is none', '/api/listings?limit=many', 'limit'],
    ['a number out of range', '/api/listings?limit=101', 'limit'],
    ['an empty number', '/api/listings?limit=', 'limit'],
    ['a parameter given twice', '/api/listings?city=a&city=b', 'city'],
    ['a word that is not on the list', '/api/listings?sort=best', 'sort'],
    ['a kind where the address fixes it', '/api/apartments?kind=item', 'kind'],
    ['an id that is none', '/api/bookings/17', 'id'],
    ['a NUL in a parameter', '/api/listings?city=%00', 'city'],
    ['a parameter that reaches the prototype', '/api/listings?__proto__=1', '__proto__'],
  ])('refuses %s, naming it', async (_what, path, named) => {
    const problem = expectProblem(await gateway.call('GET', path, { token }), 400, 'malformed');
    expect(problem.errors).toEqual([{ path: named, message: expect.any(String) as string }]);
  });

  it('reads numbers, truths and lists from a query', async () => {
    await gateway.call('GET', '/api/listings?priceMin=100&lat=55.7&lng=-3&radius=500&paid=false&tags=a,b&amenities=c&amenities=d&limit=5');
    expect(gateway.services.last()?.request).toEqual({
      priceMin: 100, lat: 55.7, lng: -3, radius: 500, paid: false, tags: ['a', 'b'], amenities: ['c', 'd'], limit: 5,
    });
  });

  it('names every fault of a body, however deep', async () => {
    const body = {
      kind: 'apartment', title: '', description: 'd', location: { city: 'X', lat: 'north', lng: 0 }, timeZone: 'Mars/Base',
      price: { currency: 'EUR', per: 'night', amount: 1.5, owner: 'me' }, details: { rooms: 1, beds: 1 }, ownerId: newId(),
    };
    const problem = expectProblem(await gateway.call('POST', '/api/listings', { token, body }), 400, 'malformed');
    const paths = (problem.errors as { path: string }[]).map(({ path }) => path).sort();
    expect(paths).toEqual(['details.guests', 'location.lat', 'ownerId', 'price.amount', 'price.owner', 'timeZone', 'title']);
  });

  it('checks details by the kind beside them, and lets the address fix the kind', async () => {
    const body = {
      title: 'A drill', description: '', location: { city: 'X', lat: 1, lng: 2 }, timeZone: 'Europe/Berlin',
      price: { currency: 'EUR', per: 'day', amount: 500 }, details: { condition: 'good', parameters: { anything: [1, { deep: true }] } },
    };
    expect((await gateway.call('POST', '/api/items', { token, body })).status).toBe(201);
    expect(gateway.services.last()?.request).toEqual({ ...body, kind: 'item' });
    expect((await gateway.call('POST', '/api/events', { token, body: { ...body, kind: 'item' } })).status).toBe(400);
  });

  it('shows an item among the items and not among the apartments', async () => {
    const id = newId();
    expect((await gateway.call('GET', `/api/items/${id}`)).status).toBe(200);
    expectProblem(await gateway.call('GET', `/api/apartments/${id}`), 404, 'not-found');
  });

  it('fills in where a call comes from, and lets nobody say it', async () => {
    const body = { email: ' Ann@Example.org ', password: 'correct horse' };
    await gateway.call('POST', '/api/auth/login', { body, headers: { 'user-agent': 'test' } });
    expect(gateway.services.last()?.request).toEqual({ email: 'Ann@Example.org', password: 'correct horse', clientAddress: '127.0.0.1', userAgent: 'test' });
    const lying = await gateway.call('POST', '/api/auth/login', { body: { ...body, clientAddress: '10.0.0.1' } });
    expect(expectProblem(lying, 400, 'malformed').errors).toEqual([{ path: 'clientAddress', message: 'is not known here' }]);
  });

  it('tags public answers, and answers 304 to whoever has the bytes already', async () => {
    const first = await gateway.call('GET', '/api/listings');
    const tag = first.headers.get('etag')!;
    const again = await gateway.call('GET', '/api/listings', { headers: { 'if-none-match': tag } });
    expect([tag.startsWith('W/"'), again.status, again.text]).toEqual([true, 304, '']);
    const own = await gateway.call('GET', '/api/listings', { token });
    expect([first.headers.get('cache-control'), own.headers.get('cache-control')]).toEqual(['public, no-cache', 'private, no-cache']);
  });

  it('compresses what is longer than a kilobyte, for those that ask', async () => {
    const long = await gateway.call('GET', '/api/listings', { headers: { 'accept-encoding': 'gzip' } });
    const short = await gateway.call('GET', `/api/users/${newId()}`, { headers: { 'accept-encoding': 'gzip' } });
    expect([long.headers.get('content-encoding'), short.headers.get('content-encoding')]).toEqual(['gzip', null]);
    expect(long.json()).toMatchObject({ items: [] });
  });

  it('lets the pages of known origins in, and reflects no other', async () => {
    const known = await gateway.call('GET', '/api/cities', { headers: { origin: 'https://app.example.org' } });
    expect(known.headers.get('access-control-allow-origin')).toBe('https://app.example.org');
    for (const origin of ['https://evil.org', 'null', 'https://app.example.org.evil.org', 'http://app.example.org']) {
      const answer = await gateway.call('GET', '/api/cities', { headers: { origin } });
      expect(answer.headers.get('access-control-allow-origin')).not.toBe(origin);
    }
  });

  it('answers the question that a browser asks before it sends, for the pages of known origins alone', async () => {
    const ask = (origin: string) => gateway.call('OPTIONS', '/api/bookings', { headers: { origin, 'access-control-request-method': 'POST' } });
    const [known, foreign] = [await ask('https://app.example.org'), await ask('https://evil.org')];
    expect([known.status, known.headers.get('access-control-allow-methods')]).toEqual([204, expect.stringContaining('POST')]);
    expect(foreign.headers.get('access-control-allow-methods')).toBeNull();
  });

  it('sends security headers with every answer, refusals included', async () => {
    for (const path of ['/api/listings', '/api/nothing']) {
      const { headers } = await gateway.call('GET', path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  it('never answers a failure to headers that are too large', async () => {
    const status = await new Promise((resolve, reject) => {
      const call = httpRequest(`${gateway.running.url}/api/cities`, { headers: { padding: 'x'.repeat(40_000) } }, (response) => resolve(response.statusCode));
      call.on('error', reject).end();
    });
    expect(status).toBe(431);
  });

  it('logs each answer by its route and never by its address', async () => {
    const id = newId();
    await gateway.call('GET', `/api/users/${id}`);
    const line = gateway.logs.findLast((text) => text.includes('/api/users/:id'))!;
    expect(JSON.parse(line)).toMatchObject({ level: 'info', msg: 'Answered.', route: '/api/users/:id', status: 200, method: 'GET' });
    expect(gateway.logs.join('')).not.toContain(id);
  });

  it('says that it lives, that it is ready, and what it counts', async () => {
    expect((await gateway.call('GET', '/health/live')).json()).toEqual({ status: 'live' });
    expect((await gateway.call('GET', '/health/ready')).json()).toMatchObject({ status: 'ready' });
    expect((await gateway.call('GET', '/metrics')).text).toContain('bookable_http_request_duration_seconds_bucket');
  });
});

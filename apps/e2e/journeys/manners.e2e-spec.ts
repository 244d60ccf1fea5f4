import { addressOf, make } from '../src/calls/right-call';
import { SmallWorld } from '../src/calls/small-world';
import { stagedCalls } from '../src/calls/staged-calls';
import { operations } from '../src/contract/api-document';
import { complaintsAboutRefusal } from '../src/contract/refusal';
import { WatchedDoor } from '../src/contract/watched-door';
import { foreignOrigins } from '../src/faults/foreign-origins';
import { fewAtATime } from '../src/few-at-a-time';
import { sendBytes } from '../src/raw-request';
import { runningSystem } from '../src/running-system';

const declared = operations.filter(({ isDeclared }) => isDeclared);
const publicReads = declared.filter(({ method, access }) => method === 'GET' && access === 'anyone');
const notForEverybody = declared.filter((operation) => !publicReads.includes(operation));
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'];
const OWN_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('the manners of every answer', () => {
  const door = new WatchedDoor(runningSystem().url);
  let world: SmallWorld;

  beforeAll(async () => {
    world = await SmallWorld.make(door);
  });

  const answerOf = async (name: string, headers: Record<string, string> = {}, method?: string) => {
    const operation = operations.find((one) => one.name === name)!;
    const call = await stagedCalls[name]!(world);
    return door.ask(method ?? operation.method, addressOf(operation, call), { token: call.by.token, headers });
  };

  it.each(operations)('$name protects whoever reads it in a browser, and says when to come again', async (operation) => {
    const call = await stagedCalls[operation.name]!(world);
    for (const token of [call.by.token, 'forged']) {
      const { headers } = await make(world, operation, call, token);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect([headers.get('server'), headers.get('x-powered-by'), headers.get('access-control-allow-origin')]).toEqual([null, null, null]);
      expect(headers.get('x-request-id')).toMatch(OWN_ID);
      if (operation.isDeclared) for (const name of ['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset']) expect([name, headers.get(name)]).toEqual([name, expect.stringMatching(/^\d+$/)]);
    }
    expect(door.breaches()).toEqual([]);
  });

  it.each(publicReads)('$name is not sent twice to who has it, nor kept for others where somebody is signed in', async ({ name, ...operation }) => {
    const call = await stagedCalls[name]!(world);
    const address = addressOf({ name, ...operation }, call);
    const first = await door.ask('GET', address);
    const tag = first.headers.get('etag')!;
    expect([first.status, tag, first.headers.get('cache-control')]).toEqual([200, expect.stringMatching(/^W\/".+"$/), 'public, no-cache']);
    const again = await door.ask('GET', address, { headers: { 'if-none-match': tag } });
    expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, '', tag]);
    expect((await door.ask('GET', address, { headers: { 'if-none-match': 'W/"other"' } })).status).toBe(200);
    const signedIn = await door.ask('GET', address, { token: call.by.token });
    expect(signedIn.headers.get('cache-control')).toBe('private, no-cache');
    expect(signedIn.headers.get('vary')).toContain('authorization');
    expect(door.breaches()).toEqual([]);
  });

  it.each(notForEverybody)('$name is kept by nobody on the way', async ({ name }) => {
    expect((await answerOf(name)).headers.get('cache-control')).toBe('no-store');
  });

  it.each(publicReads)('$name answers HEAD as GET, without a body', async ({ name }) => {
    const [head, get] = [await answerOf(name, {}, 'HEAD'), await answerOf(name)];
    expect([head.status, head.body, head.headers.get('content-type')]).toEqual([get.status, '', get.headers.get('content-type')]);
  });

  it.each([...new Set(declared.map(({ path }) => path))])('%s says which methods it knows', async (path) => {
    const address = path.replace(/\{\w+\}/g, 'x');
    // Where a name of ours stands, somebody's id might stand too: `suggest` as well as `{id}`.
    const isThere = (operation: { readonly path: string }) => new RegExp(`^${operation.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(address);
    const known = [...new Set(declared.filter(isThere).map(({ method }) => method))];
    for (const method of METHODS.filter((one) => !known.includes(one))) {
      const answer = await door.ask(method, address);
      expect([method, answer.status, answer.headers.get('allow')]).toEqual([method, 405, [...known].sort().join(', ')]);
      expect(complaintsAboutRefusal(answer)).toEqual([]);
    }
  });

  it.each(['/', '/api', '/api/', '/api/nothing', '/api/listings/', '/api/bookings/x/y/z', '/.env', '/.git/config', '/api/../metrics', '/api//listings', '/API/listings', '/admin', '/favicon.ico', '/media/../../etc/passwd', '/media/%2e%2e%2f%2e%2e%2fetc%2fpasswd', '/s/%00'])(
    '%s leads nowhere', async (path) => {
      const answer = await door.ask('GET', path);
      expect([400, 404]).toContain(path === '/api/../metrics' ? 404 : answer.status);
      if (answer.status >= 400) expect(complaintsAboutRefusal(answer)).toEqual([]);
    });

  it('lets no page of a foreign origin read or send anything with credentials', async () => {
    const origins = foreignOrigins(door.url);
    const preflight: Record<string, string> = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' };
    const nothing: Record<string, string> = {};
    const asks = origins.flatMap((origin) => [
      { origin, method: 'GET', path: '/api/auth/me', more: nothing },
      { origin, method: 'GET', path: '/api/listings?limit=1', more: nothing },
      { origin, method: 'OPTIONS', path: '/api/bookings', more: preflight },
    ]);
    const allowed = await fewAtATime(asks, 8, async ({ origin, method, path, more }) => {
      const { headers } = await door.ask(method, path, { token: method === 'GET' ? world.landlord.token : undefined, headers: { origin, ...more } });
      const told = ['access-control-allow-origin', 'access-control-allow-credentials', 'access-control-allow-methods', 'access-control-allow-headers'].filter((name) => headers.has(name));
      return told.length > 0 ? [`${method} ${path} from ${origin}: ${told.join()}`] : [];
    });
    expect([origins.length > 90, allowed.flat()]).toEqual([true, []]);
  });

  it('lets pages of its own origin in, by name', async () => {
    const { headers } = await door.ask('GET', '/api/auth/me', { token: world.landlord.token, headers: { origin: new URL(door.url).origin } });
    expect([headers.get('access-control-allow-origin'), headers.get('access-control-allow-credentials'), headers.get('vary')]).toEqual([new URL(door.url).origin, 'true', expect.stringContaining('origin')]);
  });

  it.each(['abcdefgh', '01a1fdbc-91a2-74f4-9dc3-ef59c06543c9', 'trace:span.1_2-3', 'x'.repeat(128)])('takes the request id %s over', async (id) => {
    expect((await door.ask('GET', '/api/cities', { headers: { 'x-request-id': id } })).headers.get('x-request-id')).toBe(id);
  });

  it.each(['', 'short', 'x'.repeat(129), 'a b c d e f', '<script>alert(1)</script>', "'; DROP TABLE x; --", '"level":"fatal"', '../../../etc', 'ÿÿÿÿÿÿÿÿÿÿ', '${jndi:ldap://x}', 'a,b,c,d,e,f'])('makes one of its own instead of the request id "%s"', async (id) => {
    expect((await door.ask('GET', '/api/cities', { headers: { 'x-request-id': id } })).headers.get('x-request-id')).toMatch(OWN_ID);
  });

  it.each([
    ['a control character in a header', 'GET /api/cities HTTP/1.1\r\nHost: x\r\nX-Request-Id: a\u0001b\r\n\r\n', 400],
    ['two lengths', 'POST /api/quotes HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}', 400],
    ['a length and chunks', 'POST /api/quotes HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 400],
    ['a broken chunk', 'POST /api/quotes HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n', 400],
    ['headers without end', `GET /api/cities HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(40_000)}\r\n\r\n`, 431],
    ['an unknown method', 'FROB /api/cities HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['no HTTP at all', '\u0016\u0003\u0001 hello\r\n\r\n', 400],
  ])('answers %s with a problem, and closes the line', async (_what, bytes, status) => {
    const answer = await sendBytes(door.url, bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toMatch(/content-type: application\/problem\+json/i);
    const problem = JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4)) as object;
    expect(problem).toMatchObject({ status, code: expect.any(String) as string, requestId: expect.any(String) as string, instance: expect.any(String) as string });
  });
});

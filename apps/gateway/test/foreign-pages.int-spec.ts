import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { newId } from '@bookable/kernel';
import { OpenedGateway } from './opened-gateway';

const OWN = 'https://book.example.org';
const FOREIGN = [
  'https://evil.org', 'http://book.example.org', 'https://book.example.org.evil.org', 'https://evil-book.example.org', 'https://book.example.org:8443', 'https://sub.book.example.org',
  'https://book.example.org.', 'https://BOOK.example.org', 'null', '', 'file://', 'https://book.example.org@evil.org', 'https://book.example.org/',
];
/** What a page may send anywhere without asking first (the simple requests of the Fetch standard). */
const SIMPLE_BODIES = [
  { 'content-type': 'text/plain' }, { 'content-type': 'application/x-www-form-urlencoded' }, { 'content-type': 'multipart/form-data; boundary=x' }, { 'content-type': 'text/plain; application/json' }, {},
];
/** They take a mail program's form, and a secret in their address says whose they are. */
const WITH_SECRET_IN_ADDRESS = ['/unsubscribe/{token}', '/webhooks/sendgrid'];

interface Operation {
  readonly method: string;
  readonly path: string;
}

function stateChanges(): Operation[] {
  const { paths } = JSON.parse(readFileSync(resolve(__dirname, '../../../docs/openapi.json'), 'utf8')) as { readonly paths: Record<string, Record<string, unknown>> };
  return Object.entries(paths).flatMap(([path, item]) => Object.keys(item).filter((method) => ['post', 'put', 'delete'].includes(method)).map((method) => ({ method: method.toUpperCase(), path })));
}

describe('The pages of others', () => {
  let gateway: OpenedGateway;
  const cookie = '__Host-refresh=first';

  beforeAll(async () => {
    gateway = await OpenedGateway.open({ PUBLIC_URL: OWN, RATE_LIMIT_FACTOR: '1000' });
  });

  afterAll(() => gateway.close());

  const changes = stateChanges().filter(({ path }) => !WITH_SECRET_IN_ADDRESS.includes(path));

  it('change nothing with the cookie that a browser adds, at any route, by any request that needs no leave', async () => {
    gateway.services.received.length = 0;
    const served: string[] = [];
    for (const { method, path } of changes) {
      const address = path.replace(/\{\w+\}/g, () => newId());
      for (const headers of SIMPLE_BODIES) {
        const { status } = await gateway.call(method, address, { body: method === 'DELETE' ? undefined : '{"refreshToken":"x"}', headers: { cookie, origin: 'https://evil.org', ...headers } as Record<string, string> });
        if (status < 400) served.push(`${method} ${path} ${JSON.stringify(headers)} ${status}`);
      }
    }
    expect(changes.length).toBeGreaterThan(100);
    expect(served).toEqual([]);
    expect(gateway.services.received.map(({ topic }) => topic).filter((topic) => !/find|get|record-suspicions/.test(topic))).toEqual([]);
  });

  it.each(['/api/auth/refresh', '/api/auth/logout'])('do not get at the session through %s, however their names are spelled', async (path) => {
    for (const origin of FOREIGN) {
      for (const body of [undefined, '{}']) {
        const { status } = await gateway.call('POST', path, { body, headers: { cookie, origin, ...(body ? { 'content-type': 'application/json' } : {}) } });
        expect([origin, status]).toEqual([origin, 403]);
      }
    }
    expect((await gateway.call('POST', path, { headers: { cookie, origin: OWN } })).status).toBeLessThan(300);
  });

  it('may not be told to keep anything of a session that has ended', async () => {
    const { headers } = await gateway.call('POST', '/api/auth/logout', { headers: { cookie, origin: OWN } });
    expect(headers.get('clear-site-data')).toBe('"cache", "storage"');
  });
});

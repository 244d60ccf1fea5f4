import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { SessionEnded, SigningKeysChanged } from '@bookable/contracts-auth';
import { newId } from '@bookable/kernel';
import { SystemClock } from '@bookable/platform-runtime';
import { OpenedGateway } from './opened-gateway';
import { TestKey } from './signing';
import { told } from './told';

/** Ids of one process never go back in time; those of other processes may be older. */
function idMadeAt(ms: number): string {
  const time = ms.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}${newId().slice(13)}`;
}

describe('Access tokens', () => {
  let gateway: OpenedGateway;
  const me = (token: string) => gateway.call('GET', '/api/auth/me', { headers: { authorization: `Bearer ${token}` } });

  beforeAll(async () => {
    gateway = await OpenedGateway.open({ RATE_LIMIT_FACTOR: '1000' });
  });

  afterAll(() => gateway.close());

  it('lets a good token in, the first time and again', async () => {
    const token = gateway.key.token();
    expect([(await me(token)).status, (await me(token)).status]).toEqual([200, 200]);
  });

  it('fetches the keys once for many tokens', async () => {
    await Promise.all(Array.from({ length: 20 }, () => me(gateway.key.token())));
    expect(gateway.services.of('auth.get-signing-keys').length).toBe(1);
  });

  const stranger = new TestKey();
  const seconds = () => Math.floor(Date.now() / 1_000);
  const forgeries: [string, () => string][] = [
    ['unsigned, alg none', () => `${gateway.key.unsigned({}, { alg: 'none' })}.`],
    ['alg none with a signature', () => gateway.key.token({}, { alg: 'none' })],
    ['HS256 with the public key as secret', () => gateway.key.confused()],
    ['another algorithm named', () => gateway.key.token({}, { alg: 'ES384' })],
    ['signed by a stranger under our key id', () => stranger.token({}, { kid: gateway.key.kid })],
    ['of a key nobody published', () => stranger.token()],
    ['without a key id', () => gateway.key.token({}, { kid: undefined })],
    ['with a key of its own in the header', () => stranger.token({}, { kid: gateway.key.kid, jwk: stranger.jwk() })],
    ['with an address of keys in the header', () => stranger.token({}, { jku: 'https://evil.example/keys' })],
    ['with a critical extension', () => gateway.key.token({}, { crit: ['exp'] })],
    ['of another type', () => gateway.key.token({}, { typ: 'JWT' })],
    ['expired', () => gateway.key.token({ exp: seconds() - 1 })],
    ['without an expiry', () => gateway.key.token({ exp: undefined })],
    ['that does not say when it was made', () => gateway.key.token({ iat: undefined })],
    ['not good yet', () => gateway.key.token({ nbf: seconds() + 600 })],
    ['of another issuer', () => gateway.key.token({ iss: 'somebody' })],
    ['for another audience', () => gateway.key.token({ aud: 'somebody' })],
    ['without a user', () => gateway.key.token({ sub: undefined })],
    ['whose user is no id', () => gateway.key.token({ sub: 'admin' })],
    ['without a session', () => gateway.key.token({ sid: undefined })],
    ['whose roles are no list', () => gateway.key.token({ roles: 'admin' })],
    ['changed after signing', () => gateway.key.token().replace(/\.[^.]+\./, `.${gateway.key.unsigned({ roles: ['admin'] }).split('.')[1]}.`)],
    ['cut short', () => gateway.key.token().slice(0, -4)],
    ['with its signature twice as long', () => `${gateway.key.token()}AAAA`],
    ['that is no token', () => 'a.b.c'],
    ['that is far too long', () => `${'a'.repeat(5_000)}.b.c`],
  ];

  it.each(forgeries)('refuses a token %s', async (_what, forge) => {
    const answer = await me(forge());
    expect([answer.status, answer.json().code, answer.headers.get('www-authenticate')]).toEqual([401, 'unauthenticated', 'Bearer']);
  });

  it('refuses a bad token also where nobody needs one', async () => {
    expect((await gateway.call('GET', '/api/cities', { headers: { authorization: 'Bearer a.b.c' } })).status).toBe(401);
    expect((await gateway.call('GET', '/api/cities', { headers: { authorization: 'Basic YTpi' } })).status).toBe(401);
  });

  it('asks who calls before it looks at what was sent', async () => {
    for (const body of ['{"broken', JSON.stringify({ unknown: 1 })]) {
      const answer = await gateway.call('POST', '/api/bookings', { body, headers: { 'content-type': 'application/json' } });
      expect(answer.status).toBe(401);
    }
  });

  it('refuses a token the moment it expires, though it was good before', async () => {
    const token = gateway.key.token({ exp: seconds() + 600 });
    expect((await me(token)).status).toBe(200);
    const clock = jest.spyOn(SystemClock.prototype, 'now').mockImplementation(() => new Date(Date.now() + 600_000));
    const answer = await me(token).finally(() => clock.mockRestore());
    expect(answer.status).toBe(401);
  });

  it('refuses a token once the time it was made for is over, though the clock that made it was an hour ahead', async () => {
    const token = gateway.key.token({ iat: seconds() + 3_600, exp: seconds() + 4_500 });
    expect((await me(token)).status).toBe(200);
    const now = performance.now();
    const elapsed = jest.spyOn(performance, 'now').mockImplementation(() => now + 900_001);
    const answer = await me(token).finally(() => elapsed.mockRestore());
    expect(answer.status).toBe(401);
  });

  it('refuses tokens of an ended session at once, and of no other', async () => {
    const [userId, sessionId] = [newId(), newId()];
    const [ended, other] = [gateway.key.token({ sub: userId, sid: sessionId }), gateway.key.token({ sub: userId })];
    await me(ended);
    await gateway.bus.publisher.publish([told(SessionEnded, { userId, sessionId, endedAt: new Date().toISOString() })]);
    expect([(await me(ended)).status, (await me(other)).status]).toEqual([401, 200]);
  });

  it('refuses tokens of all sessions that began before all were ended, and lets the next one in', async () => {
    const userId = newId();
    const [before, kept] = [idMadeAt(Date.now() - 50), idMadeAt(Date.now() - 50)];
    const endedAt = new Date().toISOString();
    await gateway.bus.publisher.publish([told(SessionEnded, { userId, endedAt, exceptSessionId: kept })]);
    const after = idMadeAt(Date.now() + 50);
    const statuses = await Promise.all([before, kept, after].map(async (sid) => (await me(gateway.key.token({ sub: userId, sid }))).status));
    expect(statuses).toEqual([401, 200, 200]);
  });

  it('refuses tokens of a session that ended before this replica was there to hear it', async () => {
    const fresh = await OpenedGateway.open();
    try {
      const [userId, sessionId] = [newId(), newId()];
      fresh.services.ended = [{ userId, sessionId, endedAt: new Date().toISOString() }];
      const statusOf = async (token: string) => (await fresh.call('GET', '/api/auth/me', { token })).status;
      expect([await statusOf(fresh.key.token({ sub: userId, sid: sessionId })), await statusOf(fresh.key.token({ sub: userId }))]).toEqual([401, 200]);
    } finally {
      await fresh.close();
    }
  });

  it('takes a new key the moment auth says that there is one, and drops an old one', async () => {
    const [next, old] = [new TestKey(), gateway.key];
    const token = old.token();
    expect((await me(token)).status).toBe(200);
    gateway.services.keys = [next];
    await gateway.bus.publisher.publish([told(SigningKeysChanged, {})]);
    expect([(await me(next.token())).status, (await me(token)).status]).toEqual([200, 401]);
    gateway.services.keys = [old];
    await gateway.bus.publisher.publish([told(SigningKeysChanged, {})]);
  });
});

const VECTORS = resolve(__dirname, '../../../../shared/data/jwt/wycheproof_json_web_signature_test.json.gz');

interface VectorFile {
  readonly testGroups: readonly { readonly tests: readonly { readonly tcId: number; readonly jws: string }[] }[];
}

function vectors(): string[] {
  try {
    const file = JSON.parse(gunzipSync(readFileSync(VECTORS)).toString()) as VectorFile;
    return file.testGroups.flatMap(({ tests }) => tests.map(({ jws }) => (typeof jws === 'string' ? jws : JSON.stringify(jws))));
  } catch {
    return ['eyJhbGciOiJub25lIn0.e30.', 'eyJhbGciOiJIUzI1NiJ9.e30.AAAA'];
  }
}

describe('Signatures of others, the published test vectors among them where they lie beside the checkout', () => {
  it('opens the door to none of them, and fails on none', async () => {
    const gateway = await OpenedGateway.open({ RATE_LIMIT_FACTOR: '1000' });
    try {
      for (const jws of vectors()) {
        const header = `Bearer ${jws}`.replace(/[^\x20-\x7e]/g, '');
        const { status } = await gateway.call('GET', '/api/auth/me', { headers: { authorization: header } });
        expect([jws, status]).toEqual([jws, 401]);
      }
    } finally {
      await gateway.close();
    }
  });
});

import { OpenedGateway } from './opened-gateway';

describe('Rate limits', () => {
  let gateway: OpenedGateway;

  beforeAll(async () => {
    gateway = await OpenedGateway.open({ RATE_LIMIT_FACTOR: '0.05' });
  });

  afterAll(() => gateway.close());

  it('tell how much is left, and refuse what is too much with the time to wait', async () => {
    const body = { email: 'ann@example.org', password: 'wrong' };
    const answers = [];
    for (let time = 0; time < 5; time += 1) answers.push(await gateway.call('POST', '/api/auth/login', { body }));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429, 429]);
    expect(answers[0]!.headers.get('ratelimit-limit')).toBe('3');
    expect(answers.map(({ headers }) => headers.get('ratelimit-remaining'))).toEqual(['2', '1', '0', '0', '0']);
    expect(Number(answers[3]!.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answers[3]!.json()).toMatchObject({ code: 'too-many-requests', status: 429 });
  });

  it('count each caller apart, though they share an address', async () => {
    const [ann, ben] = [gateway.key.token(), gateway.key.token()];
    const spend = async (token: string) => {
      const statuses = [];
      for (let time = 0; time < 62; time += 1) statuses.push((await gateway.call('GET', '/api/auth/me', { token })).status);
      return statuses;
    };
    expect((await spend(ann)).at(-1)).toBe(429);
    expect((await gateway.call('GET', '/api/auth/me', { token: ben })).status).toBe(200);
  });

  it('count those who guess tokens by their address', async () => {
    const statuses = [];
    for (let time = 0; time < 62; time += 1) statuses.push((await gateway.call('GET', '/api/auth/me', { headers: { authorization: `Bearer a.${time}.c` } })).status);
    expect([statuses[0], statuses.at(-1)]).toEqual([401, 429]);
  });

  it('never stand between the system and those who watch over it', async () => {
    for (let time = 0; time < 80; time += 1) expect((await gateway.call('GET', '/health/live')).status).toBe(200);
  });
});

describe('The refresh token in a cookie', () => {
  let gateway: OpenedGateway;
  const page = 'https://book.example.org';
  const signIn = (headers: Record<string, string>) => gateway.call('POST', '/api/auth/login', { headers, body: { email: 'ann@example.org', password: 'right' } });

  beforeAll(async () => {
    gateway = await OpenedGateway.open({ PUBLIC_URL: page });
  });

  afterAll(() => gateway.close());

  it('stays in the body for whoever asks for nothing else', async () => {
    const answer = await signIn({});
    expect([answer.headers.get('set-cookie'), answer.json().refreshToken]).toEqual([null, 'first']);
  });

  it('goes into a cookie that no script reads and no other site sends, and leaves the body', async () => {
    const answer = await signIn({ 'x-refresh-cookie': '1' });
    expect(answer.json()).toEqual({ user: { id: 'u' }, accessToken: 'a', expiresIn: 900 });
    const cookie = answer.headers.get('set-cookie');
    for (const part of ['__Host-refresh=first', 'HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(part);
  });

  it('is read from the cookie for our own pages', async () => {
    const answer = await gateway.call('POST', '/api/auth/refresh', { headers: { cookie: '__Host-refresh=first', origin: page } });
    expect(answer.status).toBe(200);
    expect(gateway.services.last()?.request).toMatchObject({ refreshToken: 'first' });
    expect(answer.headers.get('set-cookie')).toContain('__Host-refresh=after%20first');
  });

  it('is not read for the pages of others, nor where nobody says whose page it is', async () => {
    for (const origin of ['https://evil.org', undefined]) {
      const headers = { cookie: '__Host-refresh=first', ...(origin ? { origin } : {}) };
      expect((await gateway.call('POST', '/api/auth/refresh', { headers })).status).toBe(403);
    }
  });

  it('is asked for where it is missing', async () => {
    const answer = await gateway.call('POST', '/api/auth/refresh', { body: {} });
    expect(answer.json()).toMatchObject({ status: 400, errors: [{ path: 'refreshToken', message: 'is required' }] });
  });

  it('is forgotten at the end', async () => {
    const answer = await gateway.call('POST', '/api/auth/logout', { headers: { cookie: '__Host-refresh=first', origin: page } });
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect(answer.headers.get('set-cookie')).toContain('Max-Age=0');
  });
});

describe('The mailbox of development', () => {
  it('answers programs with JSON and browsers with a page that runs nothing of a mail', async () => {
    const gateway = await OpenedGateway.open();
    const json = await gateway.call('GET', '/dev/mailbox?to=a@example.org');
    expect(json.json()).toMatchObject({ items: [{ to: 'a@example.org' }] });
    const page = await gateway.call('GET', '/dev/mailbox', { headers: { accept: 'text/html,application/xhtml+xml' } });
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.text).toContain('&lt;b&gt;Hi&lt;/b&gt;');
    expect(page.text).not.toContain('<p onclick');
    await gateway.close();
  });

  it('does not exist in production', async () => {
    const gateway = await OpenedGateway.open({ NODE_ENV: 'production' });
    expect((await gateway.call('GET', '/dev/mailbox')).status).toBe(404);
    await gateway.close();
  });
});

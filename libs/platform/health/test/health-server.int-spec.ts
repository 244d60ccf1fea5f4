import { HealthChecks, HealthServer, Metrics } from '@bookable/platform-health';

describe('the health door of a process', () => {
  const health = new HealthChecks();
  const door = new HealthServer(health, Metrics.create('booking', { withProcess: false }));
  let base = '';

  beforeAll(async () => {
    base = `http://127.0.0.1:${await door.listen(0, '127.0.0.1')}`;
  });

  afterAll(() => door.close());

  it('is live from the first moment, and ready once the process is', async () => {
    expect((await fetch(`${base}/health/live`)).status).toBe(200);
    expect((await fetch(`${base}/health/ready`)).status).toBe(503);
    health.started();
    const ready = await fetch(`${base}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready', checks: {} }]);
  });

  it('answers 503 and names what is down', async () => {
    health.add('database', () => Promise.reject(new Error('away')));
    health.started();
    const ready = await fetch(`${base}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'not-ready', checks: { database: 'down' } }]);
  });

  it('hands out the metrics as Prometheus reads them', async () => {
    const answer = await fetch(`${base}/metrics`);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(await answer.text()).toContain('# TYPE bookable_rpc_serve_duration_seconds histogram');
  });

  it('opens nothing else', async () => {
    expect((await fetch(`${base}/etc/passwd`)).status).toBe(404);
    expect((await fetch(`${base}/health/ready`, { method: 'POST' })).status).toBe(405);
  });
});

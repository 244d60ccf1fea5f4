import { HealthChecks } from './health-checks';

const up = () => Promise.resolve();
const down = () => Promise.reject(new Error('connection to canary refused'));

describe('readiness', () => {
  it('is not given before the process has started nor once it stops', async () => {
    const health = new HealthChecks();
    expect((await health.ready()).status).toBe('starting');
    health.started();
    expect((await health.ready()).status).toBe('ready');
    health.stopping();
    expect((await health.ready()).status).toBe('stopping');
  });

  it('names each dependency and is withheld while one is down, without telling why', async () => {
    const health = new HealthChecks();
    health.add('database', up);
    health.add('bus', down);
    health.started();
    expect(await health.ready()).toEqual({ status: 'not-ready', checks: { database: 'up', bus: 'down' } });
  });

  it('names the service too where a process hosts several', async () => {
    const health = new HealthChecks();
    health.forService('booking').add('database', up);
    health.forService('auth').add('database', up);
    health.started();
    expect(Object.keys((await health.ready()).checks)).toEqual(['booking.database', 'auth.database']);
  });

  it('takes a check that never answers for one that is down', async () => {
    const health = new HealthChecks();
    health.add('database', () => new Promise(() => undefined));
    health.started();
    expect((await health.ready()).checks).toEqual({ database: 'down' });
  });

  it('asks what it depends on at most twice a second, however often it is asked', async () => {
    let asked = 0;
    const health = new HealthChecks();
    health.add('database', async () => void (asked += 1));
    health.started();
    await Promise.all([health.ready(0), health.ready(100), health.ready(499)]);
    expect(asked).toBe(1);
    await health.ready(500);
    expect(asked).toBe(2);
  });
});

import { runInContext } from '@bookable/platform-context';
import { Logger } from '@bookable/platform-logging';
import { FaultCollector } from '@bookable/platform-receivers';
import { FaultReports } from '../src';

const CANARY = 'canary';
const MANY = 100;

describe('reports of faults', () => {
  let collector: FaultCollector;
  let reports: FaultReports;
  let logger: Logger;

  beforeEach(async () => {
    collector = await FaultCollector.start();
    reports = await FaultReports.open({ dsn: collector.dsn, environment: 'test', release: '1.2.3', farewellMs: 1_000 });
    logger = Logger.create({ level: 'silent', onFault: reports.report }).forService('booking');
  });
  afterEach(async () => {
    await reports.close();
    await collector.close();
  });

  it('send a fault once, with its place, request, route and release, however quiet the log is', async () => {
    runInContext({ requestId: 'request-1' }, () => logger.error('A handler failed.', { topic: 'booking.place-booking', error: new TypeError('x is not a function') }));
    await reports.close();
    expect(collector.faults).toHaveLength(1);
    expect(collector.faults[0]).toMatchObject({
      level: 'error', release: '1.2.3', environment: 'test',
      tags: { service: 'booking', requestId: 'request-1', route: 'booking.place-booking' },
      extra: { said: 'A handler failed.' },
      exception: { values: [{ type: 'TypeError', value: 'x is not a function' }] },
    });
    expect(JSON.stringify(collector.faults[0]!.exception)).toContain('fault-reports.int-spec');
  });

  it('keep nothing that says who somebody is or what they wrote', async () => {
    const cause = Object.assign(new Error(`invalid input syntax for type uuid: "${CANARY}"`), { detail: CANARY, parameters: [CANARY] });
    const error = Object.assign(new Error(`no mailbox ${CANARY}@example.org, Bearer ${CANARY}${CANARY}, '${CANARY}' is refused`, { cause }), { query: CANARY });
    const actor = { userId: 'u-1', roles: [] };
    runInContext({ requestId: 'request-1', actor, idempotencyKey: CANARY }, () => logger.error('It failed.', { error, email: CANARY, body: { a: CANARY }, url: `/x?token=${CANARY}` }));
    logger.fatal(`A fault of ${CANARY}@example.org`);
    await reports.close();
    expect(collector.faults).toHaveLength(2);
    expect(collector.bodies.join()).not.toContain(CANARY);
    expect(collector.bodies.join()).not.toContain(actor.userId);
    expect(collector.bodies.join()).toContain('invalid input syntax for type uuid');
  });

  it('leave out what another process tells of, and what is not grave', async () => {
    logger.error('A request failed.', { error: Object.assign(new Error('elsewhere'), { isToldElsewhere: true }) });
    logger.warn('Not grave.', { error: new Error('harmless') });
    await reports.close();
    expect(collector.faults).toEqual([]);
  });

  it('stop at a number a minute, so that a fault in every request is no flood', async () => {
    for (let index = 0; index < MANY; index += 1) logger.error('Again.', { error: new Error(`fault ${index}`) });
    await reports.close();
    expect(collector.faults).toHaveLength(60);
  });

  it('hurt nobody where nobody takes them', async () => {
    collector.status = 503;
    expect(() => logger.error('Again.', { error: new Error('fault') })).not.toThrow();
    await reports.close();
    expect(collector.bodies).toHaveLength(1);
  });
});

import { runInContext } from '@bookable/platform-context';
import * as fc from 'fast-check';
import { Logger } from './logger';
import { NestLog } from './nest-log';

function listen() {
  const lines: string[] = [];
  const logger = Logger.create({ level: 'trace', service: 'booking', destination: { write: (line) => void lines.push(line) } });
  return { lines, logger, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> };
}

const KEYS = ['authorization', 'Authorization', 'cookie', 'Set-Cookie', 'password', 'newPassword', 'password_hash', 'token', 'accessToken', 'refresh_token', 'apiKey', 'clientSecret', 'email', 'guestEmail', 'phone', 'phone_number', 'name', 'firstName'];

describe('a log line', () => {
  it('is one line of JSON that says when, who, how grave and what', () => {
    const { logger, last, lines } = listen();
    logger.info('The booking was placed.', { bookingId: 'b-1' });
    expect(lines).toHaveLength(1);
    expect(last()).toMatchObject({ level: 'info', service: 'booking', msg: 'The booking was placed.', bookingId: 'b-1' });
    expect(Date.parse(String(last().time))).not.toBeNaN();
  });

  it('carries the request, the message and the actor it belongs to', () => {
    const { logger, last, lines } = listen();
    runInContext({ requestId: 'r-1', messageId: 'm-1', actor: { userId: 'u-1', roles: [] } }, () => logger.forService('auth').info('Heard.'));
    expect(last()).toMatchObject({ requestId: 'r-1', messageId: 'm-1', actorId: 'u-1' });
    expect(last().service).toBe('auth');
    expect(lines.at(-1)!.match(/"service":/g)).toHaveLength(1);
  });

  it.each(KEYS)('keeps no value that stands under %p, at any depth', (key) => {
    const { logger, lines } = listen();
    logger.info('A fact.', { [key]: 'canary-1', a: { b: [{ [key]: { deeper: 'canary-2' } }] } });
    expect(lines.join()).not.toContain('canary');
    expect(lines.join()).toContain('[redacted]');
  });

  it.each([
    ['an e-mail address', 'no mailbox canary@example.org here'],
    ['a password in a URL', 'cannot reach postgres://canary:canary@db/bookable'],
    ['a bearer token', 'got Bearer canarycanary.canary'],
    ['a JWT', `token eyJhbGciOiJFZERTQSJ9.canary${'x'.repeat(8)}.canary`],
    ['a token in a link', 'opened /verify-email?token=canary&lang=en'],
  ])('takes %s out of a message, a fact and an error', (_what, words) => {
    const { logger, lines } = listen();
    logger.error(words, { words, error: new Error(words, { cause: new Error(words) }) });
    expect(lines.join()).not.toContain('canary');
  });

  it('tells the kind, words, code and cause of an error, and nothing a driver hung on it', () => {
    const { logger, last, lines } = listen();
    logger.error('It failed.', { error: Object.assign(new TypeError('duplicate key', { cause: new Error('why') }), { code: '23505', detail: 'Key (name)=(canary)', parameters: ['canary'] }) });
    expect(last().error).toMatchObject({ type: 'TypeError', message: 'duplicate key', code: '23505', cause: { message: 'why' } });
    expect(lines.join()).not.toContain('canary');
  });

  it('cannot be forged: whatever the text, it stays one line that says who spoke', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('level', 'time', 'msg', 'service', 'pid', 'note'), (text, key) => {
        const { logger, lines, last } = listen();
        logger.info(`said ${text}\n{"level":"fatal"}`, { [key]: text, [text]: 1 });
        expect(lines).toHaveLength(1);
        expect(lines[0]!.match(/[\n\r\u2028\u2029\u0085\u009b\u001b]/g)).toEqual(['\n']);
        expect(lines[0]!.endsWith('\n')).toBe(true);
        expect(last()).toMatchObject({ level: 'info', service: 'booking', pid: process.pid });
        expect(lines[0]!.match(/"service":/g)).toHaveLength(1);
      }),
    );
  });

  it('survives cycles, huge values and things that are not JSON', () => {
    const { logger, lines } = listen();
    const cycle: Record<string, unknown> = { big: 1n, bytes: Buffer.alloc(9), none: null, call: () => 1, map: new Map([[1, 2]]) };
    cycle.self = cycle;
    logger.info('Odd.', { cycle, long: 'x'.repeat(100_000), many: Array.from({ length: 5_000 }, (_, index) => index) });
    expect(lines[0]!.length).toBeLessThan(20_000);
    expect(lines[0]).toContain('[9 bytes]');
  });

  it('hears the framework: its chatter quietly, its errors aloud', () => {
    const { logger, last } = listen();
    const nest = new NestLog(logger);
    nest.log('Mapped {/x, GET} route', 'RouterExplorer');
    expect(last()).toMatchObject({ level: 'debug', framework: 'RouterExplorer' });
    nest.error(new Error('broken'), 'stack', 'ExceptionsHandler');
    expect(last()).toMatchObject({ level: 'error', msg: 'broken', framework: 'ExceptionsHandler', error: { message: 'broken' } });
  });
});

import { Logger } from '@bookable/platform-logging';
import { isNotThereYet, whenItAnswers } from './patience';

const refused = () => Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });

function listen() {
  const lines: string[] = [];
  return { lines, logger: Logger.create({ destination: { write: (line) => void lines.push(line) } }) };
}

/** Fails so many times, then answers. */
const after = (failures: number, error: () => Error) => {
  let tries = 0;
  return async () => {
    tries += 1;
    if (tries <= failures) throw error();
    return tries;
  };
};

describe('waiting for a part that is not up yet', () => {
  it('tries again until it answers, and says what it waits for', async () => {
    const { logger, lines } = listen();
    expect(await whenItAnswers(logger, 10_000, after(2, refused))).toBe(3);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('connect ECONNREFUSED 127.0.0.1:5432');
  });

  it('gives up when its patience is over', async () => {
    await expect(whenItAnswers(listen().logger, 300, after(1_000, refused))).rejects.toThrow('ECONNREFUSED');
  });

  it('does not wait for a fault that waiting cannot mend', async () => {
    const { logger, lines } = listen();
    await expect(whenItAnswers(logger, 10_000, after(1, () => new Error('password authentication failed')))).rejects.toThrow('password');
    expect(lines).toEqual([]);
  });

  it.each([
    ['a refused connection', refused(), true],
    ['all addresses of a name refused', new AggregateError([refused()], ''), true],
    ['the cause of another error', new Error('could not connect', { cause: refused() }), true],
    ['Postgres while it starts', Object.assign(new Error('the database system is starting up'), { code: '57P03' }), true],
    ['a wrong password', Object.assign(new Error('no'), { code: '28P01' }), false],
    ['a fault in a migration', Object.assign(new Error('no such table'), { code: '42P01' }), false],
    ['no error at all', undefined, false],
  ])('tells %s', (_what, error, isAwaited) => {
    expect(isNotThereYet(error)).toBe(isAwaited);
  });
});

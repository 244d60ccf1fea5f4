import type { Logger } from '@bookable/platform-logging';
import { Rounds } from './rounds';

describe('rounds', () => {
  const warnings: unknown[] = [];
  const logger = { warn: (...said: unknown[]) => void warnings.push(said) } as unknown as Logger;
  beforeEach(() => void warnings.splice(0));

  it('leave one out while the last one has not ended, and no longer', async () => {
    const rounds = new Rounds(logger, 'It failed.');
    const begun: string[] = [];
    const ends: (() => void)[] = [];
    const round = (name: string) => rounds.run(() => new Promise((resolve) => void (begun.push(name), ends.push(resolve))));
    const first = round('first');
    await round('second');
    ends[0]!();
    await first;
    const third = round('third');
    ends[1]!();
    await third;
    expect(begun).toEqual(['first', 'third']);
  });

  it('go on after one that failed, which is logged', async () => {
    const rounds = new Rounds(logger, 'It failed.');
    const error = new Error('not now');
    await rounds.run(() => Promise.reject(error));
    let went = false;
    await rounds.run(async () => void (went = true));
    expect([went, warnings]).toEqual([true, [['It failed.', { error }]]]);
  });
});

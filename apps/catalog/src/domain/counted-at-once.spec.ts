import { MOST_AT_ONCE, afterFailing, afterSucceeding } from './counted-at-once';

describe('how much is counted at once', () => {
  it('becomes less with each failure, and never nothing', () => {
    const tried = [afterFailing(MOST_AT_ONCE)];
    while (tried.length < 6) tried.push(afterFailing(tried.at(-1)!));
    expect(tried).toEqual([50, 12, 3, 1, 1, 1]);
  });

  it('becomes more with each success, and never more than usual', () => {
    expect([1, 3, 50, 150, MOST_AT_ONCE].map(afterSucceeding)).toEqual([2, 6, 100, 200, 200]);
  });
});

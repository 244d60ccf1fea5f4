import { restAfterMs } from './rest-after';

describe('the rest of work that nobody waits for', () => {
  it('is four times as long as the work', () => expect(restAfterMs(5)).toBe(20));

  it('ends in time for what waits to be told within a second, however slow the work was', () => expect(restAfterMs(3_000)).toBe(100));
});

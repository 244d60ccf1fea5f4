import * as fc from 'fast-check';
import { type Click, countClicks } from './click-count';

const isRobot = (userAgent: string) => userAgent.includes('bot');
const count = (...clicks: Click[]) => countClicks(clicks, isRobot);
const at = '2026-11-21T10:00:00.000Z';

describe('counting clicks', () => {
  it('adds up the clicks of a day that came from one site', () => {
    const click = { code: 'abc', at, referrer: 'https://news.example/story?id=1', userAgent: 'Mozilla' };
    expect(count(click, { ...click, referrer: 'https://news.example/other' })).toEqual([
      { code: 'abc', day: '2026-11-21', referrerHost: 'news.example', byRobot: false, clicks: 2 },
    ]);
  });

  it('keeps robots apart, and takes a visitor without a name for one', () => {
    const counts = count({ code: 'abc', at, userAgent: 'Mozilla' }, { code: 'abc', at, userAgent: 'a bot' }, { code: 'abc', at });
    expect(counts.map(({ byRobot, clicks }) => [byRobot, clicks])).toEqual([[false, 1], [true, 2]]);
  });

  it('counts days in UTC, whatever offset the moment is written with', () => {
    expect(count({ code: 'abc', at: '2026-03-29T01:30:00+03:00' })[0]?.day).toBe('2026-03-28');
  });

  it.each([undefined, '', 'nonsense', 'android-app://com.example', 'javascript:alert(1)', 'file:///home/me'])('keeps nothing of the referrer %j', (referrer) => {
    expect(count({ code: 'abc', at, referrer })[0]?.referrerHost).toBe('');
  });

  it('loses no click and orders any two batches alike', () => {
    const times = fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined });
    const click = fc.record({ code: fc.constantFrom('a', 'b', 'c'), at: fc.constantFrom(at, '2026-11-22T00:00:00Z'), times, userAgent: fc.constantFrom('bot', 'Mozilla') });
    fc.assert(
      fc.property(fc.array(click), (clicks) => {
        const counts = countClicks(clicks, isRobot);
        expect(counts.reduce((sum, { clicks: some }) => sum + some, 0)).toBe(clicks.reduce((sum, { times: some = 1 }) => sum + some, 0));
        expect(countClicks([...clicks].reverse(), isRobot)).toEqual(counts);
      }),
    );
  });
});

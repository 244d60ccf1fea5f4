import { array, assert, constantFrom, integer, option, property, record } from 'fast-check';
import { ClickTally } from './click-tally';

const DAY_MS = 86_400_000;
const noonMs = Date.UTC(2026, 10, 21, 12);

describe('clicks that nobody was told of yet', () => {
  it('are one record where they are alike, with the moment of the first', () => {
    const tally = new ClickTally();
    for (let turn = 0; turn < 3; turn += 1) tally.add('here', { userAgent: 'Mozilla' }, noonMs + turn);
    tally.add('here', { userAgent: 'Mozilla', referrer: 'https://news.example/' }, noonMs);
    expect([tally.size, tally.clicks]).toEqual([2, 4]);
    expect(tally.take(9)).toMatchObject([{ code: 'here', at: '2026-11-21T12:00:00.000Z', times: 3, userAgent: 'Mozilla' }, { times: 1 }]);
    expect(tally.size).toBe(0);
  });

  it('are taken once, and never change afterwards', () => {
    const tally = new ClickTally();
    for (const code of ['a', 'b']) tally.add(code, {}, noonMs);
    const taken = tally.take(1);
    for (const code of ['a', 'b']) tally.add(code, {}, noonMs);
    expect(taken).toMatchObject([{ code: 'a', times: 1 }]);
    expect(tally.clicks).toBe(3);
  });

  it('keep no more of a header than its record may hold', () => {
    const tally = new ClickTally();
    tally.add('a', { referrer: 'r'.repeat(9_000), userAgent: 'u'.repeat(9_000), language: 'l'.repeat(9_000) }, noonMs);
    const [click] = tally.take(1);
    expect([click!.referrer!.length, click!.userAgent!.length, click!.language!.length]).toEqual([2_048, 1_024, 128]);
  });

  it('are each counted on their own day, in UTC', () => {
    const click = record({ code: constantFrom('a', 'b'), afterMs: integer({ min: 0, max: 6 * 3_600_000 }), userAgent: option(constantFrom('x', 'y'), { nil: undefined }) });
    assert(
      property(array(click), (clicks) => {
        const tally = new ClickTally();
        let nowMs = noonMs;
        const naive: Record<string, number> = {};
        for (const { code, afterMs, userAgent } of clicks) {
          nowMs += afterMs;
          tally.add(code, { userAgent }, nowMs);
          const key = [code, userAgent, Math.floor(nowMs / DAY_MS)].join();
          naive[key] = (naive[key] ?? 0) + 1;
        }
        const told = tally.take(clicks.length).map(({ code, userAgent, at, times }) => [[code, userAgent, Math.floor(Date.parse(at) / DAY_MS)].join(), times]);
        expect(Object.fromEntries(told)).toEqual(naive);
      }),
    );
  });
});

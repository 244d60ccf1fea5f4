import { type Answer, quantile, tableOf } from './answers';
import { isHeld } from './highest-rate';
import { thoseThatGrew } from './soak';
import { MIX, Visitors } from './visitors';

const answer = (tookMs: number, status = 200): Answer => ({ doing: 'search', status, isWanted: status === 200, tookMs });
const MIB = 1_024 * 1_024;

describe('visitors', () => {
  const town = { listingIds: ['a', 'b', 'c'], renterTokens: ['t'] };

  it('do of every hundred things what the mix says', () => {
    const visitors = new Visitors(town);
    for (let hundred = 0; hundred < 3; hundred += 1) {
      const doings = Array.from({ length: 100 }, () => visitors.next().doing);
      expect(Object.fromEntries(Object.keys(MIX).map((doing) => [doing, doings.filter((each) => each === doing).length]))).toEqual(MIX);
    }
  });

  it('never book the same night of the same listing', () => {
    const visitors = new Visitors(town);
    const booked = Array.from({ length: 5_000 }, () => visitors.next()).filter(({ doing }) => doing === 'book').map(({ question }) => JSON.stringify(question.body));
    expect([booked.length, new Set(booked).size]).toEqual([100, 100]);
  });
});

describe('what answers come to', () => {
  it('is told by the share that was answered within a time', () => {
    const numbers = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([0.5, 0.95, 0.99, 1].map((share) => quantile(numbers, share))).toEqual([50, 95, 99, 100]);
    expect(quantile([], 0.5)).toBe(0);
  });

  it('counts refusals and errors apart, and times only what was served', () => {
    expect(tableOf([answer(10), answer(30), answer(900, 503), answer(900, 500)]).split('\n').at(-1)).toBe('| all | 4 | 1 | 1 | 10 | 30 | 30 |');
  });

  it('is held only where nobody is refused, nothing goes wrong and nearly all are answered soon', () => {
    const soon = Array.from({ length: 96 }, () => answer(20));
    expect(isHeld([...soon, ...Array.from({ length: 4 }, () => answer(900))])).toBe(true);
    expect(isHeld([...soon, ...Array.from({ length: 9 }, () => answer(900))])).toBe(false);
    for (const status of [429, 503, 500, 0]) expect(isHeld([...soon, answer(20, status)])).toBe(false);
  });
});

describe('memory', () => {
  const minutes = (from: number, to: number) => Array.from({ length: 12 }, (_, minute) => (from + ((to - from) * minute) / 11) * MIB);

  it('is flat where it warms up first and stays', () => {
    expect(thoseThatGrew(new Map([['booking', [80, 120, 150, 151, 150, 152, 149, 150, 151, 150, 152, 151].map((mib) => mib * MIB)]]))).toEqual([]);
  });

  it('has grown where a line only climbs, unless it is what Postgres shares', () => {
    expect(thoseThatGrew(new Map([['booking', minutes(100, 200)], ['postgres', minutes(100, 200)], ['auth', minutes(100, 104)]]))).toEqual([expect.stringMatching(/^booking from/)]);
  });
});

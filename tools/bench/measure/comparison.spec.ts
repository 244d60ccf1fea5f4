import { compare } from './comparison';
import { median } from './drive';

describe('a comparison', () => {
  it('takes the median of each round’s own ratio, and leaves the warm-up out', async () => {
    const ours = [1_000, 10, 20, 300];
    const floor = [1, 10, 10, 100];
    const compared = await compare({ name: 'x', unit: 'per second', goal: 1.5, ours: async () => ours.shift()!, floor: async () => floor.shift()! }, 3);
    expect(compared).toMatchObject({ ours: 20, floor: 10, ratio: 2, isReached: true });
  });

  it('reaches a goal of time from below', async () => {
    const compared = await compare({ name: 'x', unit: 'ms', goal: 1.3, ours: async () => 14, floor: async () => 10 }, 1);
    expect(compared).toMatchObject({ ratio: 1.4, isReached: false });
  });

  it('has a middle for even and odd', () => {
    expect([median([3, 1, 2]), median([4, 1, 3, 2])]).toEqual([2, 2.5]);
  });
});

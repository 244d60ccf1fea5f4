import { DomainError, Unavailable } from '@bookable/kernel';
import { Batches } from './batches';

type Item = { readonly id: string; readonly marks: readonly string[] };

const item = (id: string, ...marks: string[]): Item => ({ id, marks });

function batchesOver(carry: (ids: readonly string[]) => Promise<void> = async () => undefined) {
  const carried: string[][] = [];
  const batches = new Batches<Item, string>({
    carry: async (items) => {
      const ids = items.map(({ id }) => id);
      carried.push(ids);
      await carry(ids);
      return ids;
    },
    marksOf: ({ marks }) => marks,
    batchSize: 64,
    batchesInFlight: 3,
  });
  return { batches, carried };
}

describe('Batches', () => {
  it('take those that come in one turn of the event loop together, and give each its own outcome', async () => {
    const { batches, carried } = batchesOver();
    expect(await Promise.all(['a', 'b', 'c'].map((id) => batches.add(item(id))))).toEqual(['a', 'b', 'c']);
    expect(carried).toEqual([['a', 'b', 'c']]);
  });

  it('fill up with those who wait for the ones in flight, to their size and no further', async () => {
    let inFlight = 0;
    let most = 0;
    const { batches, carried } = batchesOver(async () => {
      most = Math.max(most, (inFlight += 1));
      await new Promise((resolve) => setImmediate(resolve));
      inFlight -= 1;
    });
    await Promise.all(Array.from({ length: 500 }, (_, index) => batches.add(item(String(index)))));
    expect(carried.flat()).toHaveLength(500);
    expect([Math.max(...carried.map(({ length }) => length)), most]).toEqual([64, 3]);
  });

  it('never take two with a mark in common, and keep their order', async () => {
    const { batches, carried } = batchesOver();
    await Promise.all([item('a', 'x'), item('b', 'x', 'y'), item('c', 'y'), item('d', 'z')].map((one) => batches.add(one)));
    expect(carried).toEqual([['a', 'd'], ['b'], ['c']]);
  });

  it('let a bad one fail alone: its neighbours go once more, one by one', async () => {
    const { batches, carried } = batchesOver(async (ids) => {
      if (ids.includes('bad')) throw new Error('Nobody has foreseen this.');
    });
    const results = await Promise.allSettled(['a', 'bad', 'c'].map((id) => batches.add(item(id))));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(carried).toEqual([['a', 'bad', 'c'], ['a'], ['bad'], ['c']]);
  });

  it('are not sent again where the fault is everybody’s, as a lost connection', async () => {
    const { batches, carried } = batchesOver(async () => Promise.reject(new DomainError(Unavailable)));
    const results = await Promise.allSettled(['a', 'b'].map((id) => batches.add(item(id))));
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(carried).toEqual([['a', 'b']]);
  });

  describe('with a rest', () => {
    beforeEach(() => jest.useFakeTimers());
    afterEach(() => jest.useRealTimers());

    function resting() {
      const carried: string[][] = [];
      const carry = async (items: readonly Item[]) => {
        carried.push(items.map(({ id }) => id));
        return items.map(({ id }) => id);
      };
      return { carried, batches: new Batches<Item, string>({ carry, marksOf: ({ marks }) => marks, batchSize: 3, batchesInFlight: 1, restMs: 50 }) };
    }

    it('let the first after a quiet time leave at once, and gather the next until the rest is over', async () => {
      const { batches, carried } = resting();
      void batches.add(item('a'));
      await jest.advanceTimersByTimeAsync(1);
      void batches.add(item('b'));
      await jest.advanceTimersByTimeAsync(20);
      void batches.add(item('c'));
      expect(carried).toEqual([['a']]);
      await jest.advanceTimersByTimeAsync(50);
      expect(carried).toEqual([['a'], ['b', 'c']]);
    });

    it('never keep a full one waiting', async () => {
      const { batches, carried } = resting();
      for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) void batches.add(item(id));
      await jest.advanceTimersByTimeAsync(1);
      expect(carried).toEqual([['a', 'b', 'c'], ['d', 'e', 'f']]);
      await jest.advanceTimersByTimeAsync(50);
      expect(carried.at(-1)).toEqual(['g']);
    });
  });
});

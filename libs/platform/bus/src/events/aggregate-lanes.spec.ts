import { array, assert, asyncProperty, boolean, constantFrom, nat, record, scheduler } from 'fast-check';
import { AggregateLanes } from './aggregate-lanes';

const job = record({ aggregateId: constantFrom('a', 'b', 'c'), steps: nat({ max: 4 }), fails: boolean() });

describe('work by aggregate', () => {
  it('of one aggregate never overlaps and keeps its order, whatever fails and however long it takes', async () => {
    await assert(
      asyncProperty(scheduler(), array(job, { maxLength: 12 }), async (s, jobs) => {
        const lanes = new AggregateLanes();
        const running = new Set<string>();
        const done: number[] = [];
        const work = jobs.map(({ aggregateId, steps, fails }, index) =>
          lanes.run(aggregateId, async () => {
            expect(running.has(aggregateId)).toBe(false);
            running.add(aggregateId);
            for (let step = 0; step < steps; step += 1) await s.schedule(Promise.resolve());
            running.delete(aggregateId);
            done.push(index);
            if (fails) throw new Error('failed');
          }),
        );
        const results = await s.waitFor(Promise.allSettled(work));
        expect(results.map(({ status }) => status)).toEqual(jobs.map(({ fails }) => (fails ? 'rejected' : 'fulfilled')));
        for (const id of ['a', 'b', 'c']) {
          const mine = done.filter((index) => jobs[index]!.aggregateId === id);
          expect(mine).toEqual([...mine].sort((left, right) => left - right));
        }
        await lanes.drained();
      }),
    );
  });
});

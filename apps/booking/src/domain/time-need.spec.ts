import fc from 'fast-check';
import { type TimeNeed, needBeyond } from './time-need';

const need = fc.record({
  resourceId: fc.constantFrom('room', 'projector'),
  quantity: fc.integer({ min: 1, max: 4 }),
  from: fc.integer({ min: 0, max: 30 }),
  length: fc.integer({ min: 1, max: 12 }),
}).map(({ resourceId, quantity, from, length }): TimeNeed => ({ resourceId, quantity, during: { fromMs: from, toMs: from + length } }));
const needs = fc.array(need, { maxLength: 5 });

/** How many places are needed of a resource at one moment. */
const at = (all: readonly TimeNeed[], resourceId: string, moment: number): number =>
  all.filter((one) => one.resourceId === resourceId && one.during.fromMs <= moment && moment < one.during.toMs).reduce((sum, { quantity }) => sum + quantity, 0);

describe('What is needed beyond what is held', () => {
  it('is, at every moment and of every resource, just what is missing', () => {
    fc.assert(fc.property(needs, needs, (held, wanted) => {
      const beyond = needBeyond(held, wanted);
      for (const resourceId of ['room', 'projector']) {
        for (let moment = 0; moment < 45; moment += 1) {
          expect(at(beyond, resourceId, moment)).toBe(Math.max(0, at(wanted, resourceId, moment) - at(held, resourceId, moment)));
        }
      }
    }));
  });

  it('is nothing where enough is held, and all of it where nothing is', () => {
    fc.assert(fc.property(needs, (wanted) => expect(needBeyond(wanted, wanted)).toEqual([])));
    const one: TimeNeed = { resourceId: 'room', quantity: 2, during: { fromMs: 0, toMs: 5 } };
    expect(needBeyond([], [one])).toEqual([one]);
  });

  it('is one stretch where two neighbours need the same', () => {
    const during = (fromMs: number, toMs: number, quantity = 1): TimeNeed => ({ resourceId: 'room', quantity, during: { fromMs, toMs } });
    expect(needBeyond([during(0, 5), during(3, 4)], [during(3, 9), during(5, 7)])).toEqual([during(5, 7, 2), during(7, 9)]);
  });
});

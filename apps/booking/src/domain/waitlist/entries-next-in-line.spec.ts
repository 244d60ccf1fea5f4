import type { Period } from '@bookable/kernel';
import fc from 'fast-check';
import type { TakenSegment } from '../availability';
import { type Wish, entriesNextInLine } from './entries-next-in-line';

const MOMENTS = 12;
const CAPACITY = 4;

interface Named extends Wish {
  readonly name: number;
}

const during: fc.Arbitrary<Period> = fc.tuple(fc.nat(MOMENTS - 1), fc.integer({ min: 1, max: MOMENTS })).map(([fromMs, length]) => ({ fromMs, toMs: Math.min(MOMENTS, fromMs + length) }));
const line: fc.Arbitrary<Named[]> = fc
  .array(fc.record({ during, quantity: fc.integer({ min: 1, max: CAPACITY }) }), { maxLength: 12 })
  .map((wishes) => wishes.map((wish, name) => ({ ...wish, name })));
const taken: fc.Arbitrary<TakenSegment[]> = fc
  .array(fc.record({ during, places: fc.integer({ min: 1, max: 2 }) }), { maxLength: 4 })
  .map((claims) => claims.map((claim) => ({ ...claim.during, taken: claim.places })));

/** Counts the places moment by moment, as one would with a pencil. */
function byHand(inOrder: readonly Named[], segments: readonly TakenSegment[], capacity: number): number[] {
  const left = Array.from({ length: MOMENTS }, (_, moment) => capacity - segments.reduce((sum, { fromMs, toMs, taken: places }) => (fromMs <= moment && moment < toMs ? sum + places : sum), 0));
  const names: number[] = [];
  for (const { during: { fromMs, toMs }, quantity, name } of inOrder) {
    if (left.slice(fromMs, toMs).some((places) => places < quantity)) continue;
    for (let moment = fromMs; moment < toMs; moment += 1) left[moment]! -= quantity;
    names.push(name);
  }
  return names;
}

const namesOf = (entries: readonly Named[]) => entries.map(({ name }) => name);

describe('Who is next in line', () => {
  it('is who a count by hand finds, in the same order', () => {
    fc.assert(fc.property(line, taken, fc.integer({ min: 0, max: CAPACITY }), (inOrder, segments, capacity) => {
      expect(namesOf(entriesNextInLine(inOrder, segments, capacity))).toEqual(byHand(inOrder, segments, capacity));
    }), { numRuns: 2_000 });
  });

  it('has nobody passed over who would have fitted, and nobody in whom would not', () => {
    fc.assert(fc.property(line, taken, (inOrder, segments) => {
      const offered = entriesNextInLine(inOrder, segments, CAPACITY);
      const held = [...segments, ...offered.map((entry) => ({ ...entry.during, taken: entry.quantity }))];
      const passedOver = inOrder.filter((entry) => !offered.includes(entry));
      expect(entriesNextInLine(passedOver, held, CAPACITY)).toEqual([]);
    }));
  });

  it('does not depend on who stands behind', () => {
    fc.assert(fc.property(line, taken, fc.nat(12), (inOrder, segments, count) => {
      const front = inOrder.slice(0, count);
      expect(namesOf(entriesNextInLine(inOrder, segments, CAPACITY)).filter((name) => name < count)).toEqual(namesOf(entriesNextInLine(front, segments, CAPACITY)));
    }));
  });

  it('may be two where their times only touch', () => {
    const inOrder = [{ name: 0, during: { fromMs: 0, toMs: 5 }, quantity: 1 }, { name: 1, during: { fromMs: 5, toMs: 9 }, quantity: 1 }, { name: 2, during: { fromMs: 4, toMs: 6 }, quantity: 1 }];
    expect(namesOf(entriesNextInLine(inOrder, [], 1))).toEqual([0, 1]);
  });
});

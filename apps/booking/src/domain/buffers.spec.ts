import fc from 'fast-check';
import { aResource, aWorkspace } from '../../test/builders';
import { type TakenSegment, freeSlots, takenForStays, takenProfile } from './availability';
import { withBuffers } from './buffers';
import { claimsOfStay } from './claim-need';

const QUARTER_MS = 900_000;
const MORNING = Date.parse('2026-11-23T08:00:00Z');
const at = (quarter: number): number => MORNING + quarter * QUARTER_MS;
const during = (from: number, to: number) => ({ fromMs: at(from), toMs: at(to) });
const deskWith = (bufferBeforeMinutes: number, bufferAfterMinutes: number) => aWorkspace({ capacity: 4, rules: { approval: 'instant', bufferBeforeMinutes, bufferAfterMinutes } });

describe('The buffers of a stay', () => {
  it('are claimed before and after it, for as many places', () => {
    const claims = claimsOfStay(deskWith(30, 15), { during: during(8, 12), quantity: 2 });
    expect(claims.map(({ kind, during: time, quantity }) => [kind, time, quantity])).toEqual([
      ['booking', during(8, 12), 2], ['buffer', during(6, 8), 2], ['buffer', during(12, 13), 2],
    ]);
  });

  it('are none where the owner has not asked for any, and where it is not let by the hour', () => {
    expect(claimsOfStay(deskWith(0, 0), { during: during(8, 12), quantity: 1 })).toHaveLength(1);
    expect(claimsOfStay(aResource({ rules: { approval: 'instant', bufferAfterMinutes: 30 } }), { during: during(8, 12), quantity: 1 })).toHaveLength(1);
  });

  it('are in the way of whoever looks for a free time: what is shown as free can be booked, and nothing else', () => {
    const quarters = fc.integer({ min: 0, max: 4 }).map((count) => count * 15);
    const segments = fc.array(fc.record({ gap: fc.integer({ min: 0, max: 6 }), length: fc.integer({ min: 1, max: 6 }), taken: fc.integer({ min: 1, max: 4 }) }), { maxLength: 5 });
    fc.assert(fc.property(quarters, quarters, segments, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 8 }), (before, after, parts, from, length) => {
      const desk = deskWith(before, after);
      const taken: TakenSegment[] = [];
      let end = 8;
      for (const part of parts) {
        taken.push({ ...during(end + part.gap, end + part.gap + part.length), taken: part.taken });
        end += part.gap + part.length;
      }
      const most = (all: readonly TakenSegment[], time: { fromMs: number; toMs: number }) =>
        Math.max(0, ...all.filter(({ fromMs, toMs }) => fromMs < time.toMs && time.fromMs < toMs).map((segment) => segment.taken));
      const stay = during(from, from + length);
      expect(most(takenForStays(desk, taken), stay)).toBe(most(taken, withBuffers(stay, desk)));
    }));
  });
});

describe('Closed days and buffers', () => {
  const desk = aWorkspace({ capacity: 2, rules: { approval: 'instant', bufferAfterMinutes: 30, closedDays: [{ from: '2026-11-24' }] } });
  const taken = [{ ...during(8, 12), taken: 2 }];

  it('are no free slots', () => {
    const slots = freeSlots(desk, taken, { fromMs: Date.parse('2026-11-22T23:00:00Z'), toMs: Date.parse('2026-11-25T23:00:00Z') });
    expect(slots.map(({ from, to, free }) => [from.slice(5, 16), to.slice(5, 16), free])).toEqual([
      ['11-22T23:00', '11-23T09:30', 2], ['11-23T09:30', '11-23T11:00', 0], ['11-23T11:00', '11-23T23:00', 2], ['11-24T23:00', '11-25T23:00', 2],
    ]);
  });

  it('are told to those who keep a copy as time that is taken', () => {
    expect(takenProfile(desk, taken, '2026-11-23', '2026-11-30').map(({ from, to, free }) => [from.slice(5, 16), to.slice(5, 16), free])).toEqual([
      ['11-23T09:30', '11-23T11:00', 0], ['11-23T23:00', '11-24T23:00', 0],
    ]);
    const flat = aResource({ rules: { approval: 'instant', closedDays: [{ from: '2026-11-24', to: '2026-11-26' }] } });
    expect(takenProfile(flat, [], '2026-11-23', '2026-11-30')).toEqual([{ from: '2026-11-24', to: '2026-11-26', free: 0 }]);
  });
});

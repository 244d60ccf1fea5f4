import { addDays, daysOf, periodsOverlap } from '@bookable/kernel';
import fc from 'fast-check';
import { aResource, aWorkspace, anItem } from '../../test/builders';
import { freeDays, freeSlots, segmentsOf, takenProfile } from './availability';
import { periodOfDays } from './day-period';
import type { Resource } from './resource';

const taken = (resource: Resource, from: string, to: string, places = 1) => ({ ...periodOfDays(resource, from, to)!, taken: places });

describe('Free days', () => {
  it('leave the day of departure free for the next to arrive', () => {
    const flat = aResource();
    expect(freeDays(flat, [taken(flat, '2026-12-02', '2026-12-04')], '2026-12-01', '2026-12-06').map(({ free }) => free)).toEqual([1, 0, 0, 1, 1]);
  });

  it('agree with trying to stay each single night, in any zone', () => {
    const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland');
    const stays = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 6 })), { maxLength: 5 });
    fc.assert(fc.property(zones, fc.constantFrom('night' as const, 'day' as const), stays, fc.constantFrom('2027-03-20', '2027-10-20'), (timeZone, unit, lengths, start) => {
      const resource = aResource({ timeZone, unit, capacity: 9 });
      const segments = lengths.map(([from, length]) => taken(resource, addDays(start, from), addDays(start, from + length)));
      for (const { date, free } of freeDays(resource, segments, start, addDays(start, 30))) {
        const touched = segments.some((segment) => periodsOverlap(segment, periodOfDays(resource, date, addDays(date, 1))!));
        expect(free).toBe(touched ? 8 : 9);
      }
    }), { numRuns: 60 });
  });

  it('have nothing left, not less than nothing, where the owner has taken places away', () => {
    const item = anItem({ capacity: 1 });
    expect(freeDays(item, [taken(item, '2026-12-01', '2026-12-02', 3)], '2026-12-01', '2026-12-02')).toEqual([{ date: '2026-12-01', free: 0 }]);
  });
});

describe('Free slots', () => {
  const at = (time: string) => Date.parse(`2026-11-23T${time}:00+01:00`);

  it('are the opening hours, cut where the number of free places changes', () => {
    const day = { fromMs: at('00:00'), toMs: at('23:45') };
    const segments = [{ fromMs: at('10:00'), toMs: at('11:00'), taken: 4 }, { fromMs: at('11:00'), toMs: at('12:00'), taken: 4 }];
    expect(freeSlots(aWorkspace(), segments, day)).toEqual([
      { from: '2026-11-23T08:00:00.000Z', to: '2026-11-23T09:00:00.000Z', free: 10 },
      { from: '2026-11-23T09:00:00.000Z', to: '2026-11-23T11:00:00.000Z', free: 6 },
      { from: '2026-11-23T11:00:00.000Z', to: '2026-11-23T17:00:00.000Z', free: 10 },
    ]);
  });

  it('are none on a day it is closed', () => {
    expect(freeSlots(aWorkspace(), [], { fromMs: Date.parse('2026-11-21T23:00:00Z'), toMs: Date.parse('2026-11-22T22:00:00Z') })).toEqual([]);
  });
});

describe('The profile for those who keep a copy', () => {
  it('holds only days that are not wholly free, neighbours with the same number as one', () => {
    const item = anItem({ capacity: 3 });
    const segments = [taken(item, '2026-12-01', '2026-12-03', 1), taken(item, '2026-12-03', '2026-12-05', 2)];
    expect(takenProfile(item, segments, '2026-11-21', '2028-12-28')).toEqual([
      { from: '2026-12-01', to: '2026-12-03', free: 2 },
      { from: '2026-12-03', to: '2026-12-05', free: 1 },
    ]);
  });

  it('says of every day what the calendar says', () => {
    const flat = aResource({ capacity: 2 });
    const stays = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 9 })), { maxLength: 6 });
    fc.assert(fc.property(stays, (lengths) => {
      const segments = lengths.map(([from, length]) => taken(flat, addDays('2026-12-01', from), addDays('2026-12-01', from + length)));
      const profile = takenProfile(flat, segments, '2026-12-01', '2027-02-01');
      const copied = new Map(profile.flatMap(({ from, to, free }) => daysOf(from, to).map((day) => [day, free] as const)));
      for (const { date, free } of freeDays(flat, segments, '2026-12-01', '2027-02-01')) expect(copied.get(date) ?? 2).toBe(free);
    }), { numRuns: 60 });
  });
});

describe('The segments of claims', () => {
  it('say of every moment how many places are taken, and are in order', () => {
    const claims = fc.array(fc.record({ fromMs: fc.integer({ min: 0, max: 30 }), length: fc.integer({ min: 1, max: 9 }), quantity: fc.integer({ min: 1, max: 3 }) }), { maxLength: 8 });
    fc.assert(fc.property(claims.map((all) => all.map(({ fromMs, length, quantity }) => ({ fromMs, toMs: fromMs + length, quantity }))), (all) => {
      const segments = segmentsOf(all);
      const within = (one: { fromMs: number; toMs: number }, moment: number) => one.fromMs <= moment && moment < one.toMs;
      for (let moment = 0; moment < 40; moment += 1) {
        const wanted = all.filter((claim) => within(claim, moment)).reduce((sum, { quantity }) => sum + quantity, 0);
        expect(segments.find((segment) => within(segment, moment))?.taken ?? 0).toBe(wanted);
      }
      expect(segments.every(({ fromMs }, index) => index === 0 || segments[index - 1]!.toMs <= fromMs)).toBe(true);
    }));
  });
});

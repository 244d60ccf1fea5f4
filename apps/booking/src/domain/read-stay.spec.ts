import { addDays, periodsOverlap } from '@bookable/kernel';
import fc from 'fast-check';
import { aResource, aWorkspace, anItem } from '../../test/builders';
import { readStay } from './read-stay';
import { Refusal } from './refusal';
import type { Resource } from './resource';
import type { Stay, StayWish } from './stay';

const HOUR_MS = 3_600_000;

function stayOf(resource: Resource, from: string, to: string, options?: StayWish['options']): Stay {
  const stay = readStay(resource, { from, to, quantity: 1, options });
  if (stay instanceof Refusal) throw new Error(stay.word);
  return stay;
}

const hoursOf = ({ during }: Stay): number => (during.toMs - during.fromMs) / HOUR_MS;
const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Africa/Casablanca');
const days = fc.integer({ min: 0, max: 4_000 }).map((count) => addDays('2026-01-01', count));

describe('A stay by the night', () => {
  it('goes from check-in to check-out on the clocks of the place', () => {
    const { during, unitCount } = stayOf(aResource(), '2026-12-01', '2026-12-04');
    expect(new Date(during.fromMs).toISOString()).toBe('2026-12-01T13:00:00.000Z');
    expect(new Date(during.toMs).toISOString()).toBe('2026-12-04T11:00:00.000Z');
    expect(unitCount).toBe(3);
  });

  it('is an hour shorter where the clocks go forward, and an hour longer where they go back', () => {
    expect(hoursOf(stayOf(aResource(), '2027-03-27', '2027-03-28'))).toBe(21);
    expect(hoursOf(stayOf(aResource(), '2027-10-30', '2027-10-31'))).toBe(23);
    expect(hoursOf(stayOf(aResource(), '2027-11-01', '2027-11-02'))).toBe(22);
  });

  it('counts the night before a leap day and the leap night itself', () => {
    expect(stayOf(aResource(), '2028-02-28', '2028-03-01').unitCount).toBe(2);
  });

  it('never overlaps the stay that follows it, in any zone on any day', () => {
    fc.assert(fc.property(days, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }), zones, (from, first, second, timeZone) => {
      const resource = aResource({ timeZone });
      const middle = addDays(from, first);
      expect(periodsOverlap(stayOf(resource, from, middle).during, stayOf(resource, middle, addDays(middle, second)).during)).toBe(false);
    }));
  });

  it('with a late check-out overlaps one with an early check-in on the same day', () => {
    const room = aResource({ kind: 'room' });
    const leaving = stayOf(room, '2026-12-01', '2026-12-02', { lateCheckOut: '20:00' });
    const arriving = stayOf(room, '2026-12-02', '2026-12-03', { earlyCheckIn: '06:00' });
    expect(periodsOverlap(leaving.during, arriving.during)).toBe(true);
  });
});

describe('A stay by the day', () => {
  it('takes whole days, the last one excluded, and touches the next', () => {
    const { during, unitCount } = stayOf(anItem(), '2026-12-01', '2026-12-03');
    expect([unitCount, (during.toMs - during.fromMs) / HOUR_MS]).toEqual([2, 48]);
    fc.assert(fc.property(days, zones, (day, timeZone) => {
      const item = anItem({ timeZone });
      expect(stayOf(item, day, addDays(day, 1)).during.toMs).toBe(stayOf(item, addDays(day, 1), addDays(day, 2)).during.fromMs);
    }));
  });
});

describe('A stay by the hour', () => {
  it('is between two instants, however their offset is written', () => {
    expect(stayOf(aWorkspace(), '2026-12-01T10:00:00+01:00', '2026-12-01T11:30:00+01:00')).toMatchObject({
      from: '2026-12-01T09:00:00.000Z', to: '2026-12-01T10:30:00.000Z', unitCount: 1.5,
    });
  });
});

describe('What is asked for', () => {
  const refused = (resource: Resource, wish: Partial<StayWish>) => {
    const stay = readStay(resource, { quantity: 1, ...wish });
    return stay instanceof Refusal ? [stay.word, stay.path] : undefined;
  };

  it('is refused where it has the form of another unit, naming the field', () => {
    expect(refused(aResource(), { from: '2026-12-01T10:00:00Z', to: '2026-12-03' })).toEqual(['malformed', 'from']);
    expect(refused(aResource(), { from: '2026-12-01' })).toEqual(['malformed', 'to']);
    expect(refused(aWorkspace(), { from: '2026-12-01', to: '2026-12-02' })).toEqual(['malformed', 'from']);
  });

  it('is too short where it ends when it begins, or before', () => {
    expect(refused(aResource(), { from: '2026-12-01', to: '2026-12-01' })?.[0]).toBe('too-short');
    expect(refused(aResource(), { from: '2026-12-02', to: '2026-12-01' })?.[0]).toBe('too-short');
    expect(refused(aWorkspace(), { from: '2026-12-01T10:00:00Z', to: '2026-12-01T10:00:00Z' })?.[0]).toBe('too-short');
  });

  it('of an event is the event itself, with or without its own time', () => {
    const session = { fromMs: Date.parse('2026-12-01T18:00:00Z'), toMs: Date.parse('2026-12-01T21:00:00Z') };
    const event = aResource({ kind: 'event', unit: 'session', session });
    expect(readStay(event, { quantity: 2 })).toMatchObject({ during: session, unitCount: 1, quantity: 2 });
    expect(refused(event, { from: '2026-12-01T18:00:00Z' })).toBeUndefined();
    expect(refused(event, { from: '2026-12-02T18:00:00Z' })).toEqual(['malformed', 'from']);
  });
});

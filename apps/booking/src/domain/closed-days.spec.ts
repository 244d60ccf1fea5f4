import { addDays, dayAt, daysOf, startOfDay } from '@bookable/kernel';
import fc from 'fast-check';
import { aResource, aWorkspace, anItem } from '../../test/builders';
import { closedDaysBetween, closedPeriods, isClosedOn } from './closed-days';
import { isOpenThroughout } from './opening-hours';
import { readStay } from './read-stay';
import { Refusal } from './refusal';
import type { Resource } from './resource';
import { firstBrokenRule } from './stay-rules';

const NOW = Date.parse('2026-11-21T20:00:00Z');
const HOUR_MS = 3_600_000;
const zones = fc.constantFrom('Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia');
const days = fc.integer({ min: 0, max: 800 }).map((offset) => addDays('2027-01-01', offset));
const closedDays = fc.array(fc.record({ from: days, length: fc.integer({ min: 1, max: 9 }) }).map(({ from, length }) => (length === 1 ? { from } : { from, to: addDays(from, length) })), { maxLength: 4 });

function broken(resource: Resource, from: string, to: string): string | undefined {
  const stay = readStay(resource, { from, to, quantity: 1 });
  return stay instanceof Refusal ? stay.word : firstBrokenRule(stay, resource, NOW)?.word;
}

describe('Closed days', () => {
  it('are the first, included, to the last, excluded, and one day where there is no last', () => {
    const rules = { closedDays: [{ from: '2027-02-28', to: '2027-03-02' }, { from: '2028-02-29' }] };
    expect(['2027-02-27', '2027-02-28', '2027-03-01', '2027-03-02', '2028-02-29', '2028-03-01'].map((day) => isClosedOn(day, rules))).toEqual([false, true, true, false, true, false]);
  });

  it('between two days are just those of them that are closed', () => {
    fc.assert(fc.property(closedDays, days, fc.integer({ min: 1, max: 40 }), (closed, from, length) => {
      const to = addDays(from, length);
      expect(closedDaysBetween(from, to, { closedDays: closed }).sort()).toEqual(daysOf(from, to).filter((day) => isClosedOn(day, { closedDays: closed })));
    }));
  });

  it('take the whole local day, whatever the clocks do on it', () => {
    fc.assert(fc.property(closedDays, days, fc.integer({ min: 0, max: 100 }), zones, (closed, day, hours, timeZone) => {
      const fromMs = startOfDay(day, timeZone) + hours * HOUR_MS;
      const during = { fromMs, toMs: fromMs + HOUR_MS };
      const touched = [dayAt(fromMs, timeZone), dayAt(during.toMs - 1, timeZone)];
      const isFree = touched.every((one) => !isClosedOn(one, { closedDays: closed }));
      expect(closedPeriods(during, { closedDays: closed }, timeZone).length === 0).toBe(isFree);
      expect(isOpenThroughout(during, { closedDays: closed }, timeZone)).toBe(isFree);
    }));
  });

  it('close the nights that begin on them, and not the one that ends there', () => {
    const flat = aResource({ rules: { approval: 'instant', closedDays: [{ from: '2026-12-24', to: '2026-12-26' }] } });
    expect([broken(flat, '2026-12-22', '2026-12-24'), broken(flat, '2026-12-26', '2026-12-28')]).toEqual([undefined, undefined]);
    expect([broken(flat, '2026-12-23', '2026-12-25'), broken(flat, '2026-12-25', '2026-12-26'), broken(flat, '2026-12-20', '2026-12-30')]).toEqual(['closed', 'closed', 'closed']);
  });

  it('close days and hours', () => {
    const rules = { approval: 'instant' as const, closedDays: [{ from: '2026-12-24' }] };
    expect([broken(anItem({ rules }), '2026-12-23', '2026-12-24'), broken(anItem({ rules }), '2026-12-23', '2026-12-25')]).toEqual([undefined, 'closed']);
    const desk = aWorkspace({ rules: { ...aWorkspace().rules, closedDays: rules.closedDays } });
    expect([broken(desk, '2026-12-23T10:00:00+01:00', '2026-12-23T12:00:00+01:00'), broken(desk, '2026-12-24T10:00:00+01:00', '2026-12-24T12:00:00+01:00')]).toEqual([undefined, 'closed']);
  });
});

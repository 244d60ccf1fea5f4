import { aResource, aWorkspace, anItem } from '../../test/builders';
import { readStay } from './read-stay';
import { Refusal } from './refusal';
import type { Resource } from './resource';
import type { StayWish } from './stay';
import { firstBrokenRule } from './stay-rules';

const NOW = Date.parse('2026-11-21T20:00:00Z');

function broken(resource: Resource, wish: Partial<StayWish>, nowMs = NOW): string | undefined {
  const stay = readStay(resource, { quantity: 1, ...wish });
  return stay instanceof Refusal ? stay.word : firstBrokenRule(stay, resource, nowMs)?.word;
}

describe('A stay', () => {
  it('may still begin tonight, after the check-in time, but not yesterday', () => {
    expect(broken(aResource(), { from: '2026-11-21', to: '2026-11-22' })).toBeUndefined();
    expect(broken(aResource(), { from: '2026-11-20', to: '2026-11-22' })).toBe('past');
    expect(broken(anItem(), { from: '2026-11-21', to: '2026-11-22' })).toBeUndefined();
  });

  it('knows today by the clocks of the place', () => {
    const inAuckland = aResource({ timeZone: 'Pacific/Auckland' });
    expect(broken(inAuckland, { from: '2026-11-21', to: '2026-11-23' })).toBe('past');
    expect(broken(inAuckland, { from: '2026-11-22', to: '2026-11-23' })).toBeUndefined();
  });

  it('reaches as far ahead as search can see and no further', () => {
    expect(broken(aResource(), { from: '2028-12-26', to: '2028-12-28' })).toBeUndefined();
    expect(broken(aResource(), { from: '2028-12-27', to: '2028-12-29' })).toBe('too-far');
  });

  it('keeps to the shortest and longest that the owner allows', () => {
    const strict = aResource({ rules: { approval: 'instant', minUnits: 2, maxUnits: 3 } });
    const nights = (to: string) => broken(strict, { from: '2026-12-01', to });
    expect([nights('2026-12-02'), nights('2026-12-03'), nights('2026-12-04'), nights('2026-12-05')]).toEqual(['too-short', undefined, undefined, 'too-long']);
  });

  it('is not to be had where it is not offered, nor for more than there are', () => {
    expect(broken(aResource({ isBookable: false }), { from: '2026-12-01', to: '2026-12-02' })).toBe('not-bookable');
    expect(broken(aResource({ capacity: 2 }), { from: '2026-12-01', to: '2026-12-02', quantity: 3 })).toBe('over-capacity');
    expect(broken(aResource({ capacity: 2 }), { from: '2026-12-01', to: '2026-12-02', quantity: 2 })).toBeUndefined();
  });
});

describe('Hours', () => {
  const desk = aWorkspace();
  const at = (from: string, to: string, resource: Resource = desk) => broken(resource, { from: `2026-11-${from}:00+01:00`, to: `2026-11-${to}:00+01:00` });

  it('lie within the opening hours, their ends included', () => {
    expect(at('23T09:00', '23T18:00')).toBeUndefined();
    expect(at('23T08:45', '23T10:00')).toBe('closed');
    expect(at('23T17:00', '23T18:15')).toBe('closed');
    expect(at('22T10:00', '22T11:00')).toBe('closed');
    expect(at('23T17:00', '24T10:00')).toBe('closed');
  });

  it('lie on the grid of fifteen minutes', () => {
    expect(at('23T09:15', '23T09:45')).toBeUndefined();
    expect(at('23T09:10', '23T10:00')).toBe('closed');
  });

  it('may run through midnight where one day closes at 24:00 and the next opens at 00:00', () => {
    const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '00:00', closes: '24:00' }));
    expect(at('23T22:00', '24T03:00', aWorkspace({ rules: { approval: 'instant', openingHours: always } }))).toBeUndefined();
  });

  it('may be any where the owner has not said', () => {
    expect(at('22T03:00', '22T04:00', aWorkspace({ rules: { approval: 'instant' } }))).toBeUndefined();
  });
});

describe('An option', () => {
  const room = aResource({ kind: 'room' });
  const asked = (resource: Resource, options: StayWish['options']) => broken(resource, { from: '2026-12-01', to: '2026-12-02', options });

  it('is offered by hotel rooms only, within their hours', () => {
    expect(asked(room, { earlyCheckIn: '06:00', lateCheckOut: '20:00' })).toBeUndefined();
    expect(asked(room, { earlyCheckIn: '05:59' })).toBe('option-not-offered');
    expect(asked(room, { earlyCheckIn: '14:00' })).toBe('option-not-offered');
    expect(asked(room, { lateCheckOut: '20:01' })).toBe('option-not-offered');
    expect(asked(room, { lateCheckOut: '12:00' })).toBe('option-not-offered');
    expect(asked(aResource(), { earlyCheckIn: '10:00' })).toBe('option-not-offered');
    expect(asked(aResource(), {})).toBeUndefined();
  });
});

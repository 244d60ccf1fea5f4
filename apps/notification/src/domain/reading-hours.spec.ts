import { instantWithOffset, timeOfDayAt } from '@bookable/kernel';
import * as fc from 'fast-check';
import { heldUntilMs, nextDigestMs, quietUntilMs } from './reading-hours';

const HOUR_MS = 3_600_000;
const berlin = 'Europe/Berlin';
const at = (instant: string) => Date.parse(instant);
const untilIn = (timeZone: string, from: string, until: string, now: string) => {
  const endMs = quietUntilMs(at(now), { timeZone, quietHours: { from, until } });
  return endMs === undefined ? undefined : new Date(endMs).toISOString();
};
const night = (now: string) => untilIn(berlin, '22:00', '08:00', now);
const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'Australia/Lord_Howe', 'UTC', 'America/Sao_Paulo');
const moments = fc.integer({ min: at('2026-01-01T00:00:00Z') / 60_000, max: at('2028-12-31T00:00:00Z') / 60_000 }).map((minutes) => minutes * 60_000);
const times = fc.integer({ min: 0, max: 1_439 }).map((minutes) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`);

describe('quiet hours', () => {
  it.each([
    ['before midnight', '2026-12-01T21:30:00Z', '2026-12-02T07:00:00.000Z'],
    ['after midnight', '2026-12-02T02:00:00Z', '2026-12-02T07:00:00.000Z'],
    ['at their first moment', '2026-12-01T21:00:00Z', '2026-12-02T07:00:00.000Z'],
    ['at their end', '2026-12-02T07:00:00Z', undefined],
    ['just before they begin', '2026-12-01T20:59:59Z', undefined],
    ['in the night that is an hour shorter', '2027-03-27T23:00:00Z', '2027-03-28T06:00:00.000Z'],
    ['in the night that is an hour longer', '2026-10-24T23:00:00Z', '2026-10-25T07:00:00.000Z'],
    ['on the leap day', '2028-02-28T23:00:00Z', '2028-02-29T07:00:00.000Z'],
  ])('%s', (_when, now, until) => expect(night(now)).toBe(until));

  it('may lie within a day', () => {
    expect(untilIn(berlin, '13:00', '15:00', '2026-12-01T13:30:00Z')).toBe('2026-12-01T14:00:00.000Z');
    expect(untilIn(berlin, '13:00', '15:00', '2026-12-01T22:30:00Z')).toBeUndefined();
  });

  it('that end at a time the spring change skips, end as much later', () => {
    expect(untilIn(berlin, '22:00', '02:30', '2027-03-28T00:30:00Z')).toBe('2027-03-28T01:30:00.000Z');
  });

  it('are not there for whoever is nowhere', () => {
    expect(quietUntilMs(0, { timeZone: null, quietHours: { from: '22:00', until: '08:00' } })).toBeUndefined();
    expect(quietUntilMs(0, { timeZone: berlin, quietHours: null })).toBeUndefined();
  });

  it('are what a look at the local clock says, but within hours of a change of the clocks', () => {
    fc.assert(fc.property(zones, moments, times, times, (timeZone, nowMs, from, until) => {
      fc.pre(from !== until);
      const offsetAt = (ms: number) => instantWithOffset(ms, timeZone).slice(-6);
      fc.pre([-25, 25].every((hours) => offsetAt(nowMs + hours * HOUR_MS) === offsetAt(nowMs)));
      const now = timeOfDayAt(nowMs, timeZone);
      const isQuiet = from < until ? from <= now && now < until : now >= from || now < until;
      const endMs = quietUntilMs(nowMs, { timeZone, quietHours: { from, until } });
      expect(endMs !== undefined).toBe(isQuiet);
      if (endMs !== undefined) expect(timeOfDayAt(endMs, timeZone)).toBe(until);
    }));
  });

  it('always end, within a day and an hour', () => {
    fc.assert(fc.property(zones, moments, times, times, (timeZone, nowMs, from, until) => {
      fc.pre(from !== until);
      const hours = { timeZone, quietHours: { from, until } };
      const endMs = quietUntilMs(nowMs, hours);
      if (endMs === undefined) return;
      expect(endMs).toBeGreaterThan(nowMs);
      expect(endMs - nowMs).toBeLessThanOrEqual(25 * HOUR_MS);
    }));
  });
});

describe('a digest', () => {
  it.each([
    ['later on the same day', '2026-12-01T07:00:00Z', '2026-12-01T08:00:00.000Z'],
    ['on the next day where that hour is over', '2026-12-01T08:00:00Z', '2026-12-02T08:00:00.000Z'],
    ['at the same hour by the clock after it was put forward', '2027-03-27T09:00:00Z', '2027-03-28T07:00:00.000Z'],
    ['and after it was put back', '2026-10-24T09:00:00Z', '2026-10-25T08:00:00.000Z'],
  ])('comes %s', (_when, now, digest) => expect(new Date(nextDigestMs(at(now), { timeZone: berlin, digestAt: '09:00' })!).toISOString()).toBe(digest));

  it('always comes, within a day and an hour', () => {
    fc.assert(fc.property(zones, moments, times, (timeZone, nowMs, digestAt) => {
      const digestMs = nextDigestMs(nowMs, { timeZone, digestAt })!;
      expect(digestMs).toBeGreaterThan(nowMs);
      expect(digestMs - nowMs).toBeLessThanOrEqual(25 * HOUR_MS);
    }));
  });

  it('is not waited for by what is over by then, nor by what may not wait', () => {
    const hours = { timeZone: berlin, quietHours: null, digestAt: '09:00' };
    const now = at('2026-12-01T07:00:00Z');
    expect(heldUntilMs(now, hours, { expiresAt: null, isMandatory: false })).toBe(at('2026-12-01T08:00:00Z'));
    expect(heldUntilMs(now, hours, { expiresAt: '2026-12-01T08:00:00Z', isMandatory: false })).toBeUndefined();
    expect(heldUntilMs(now, hours, { expiresAt: '2026-12-01T08:00:01Z', isMandatory: false })).toBe(at('2026-12-01T08:00:00Z'));
    expect(heldUntilMs(now, hours, { expiresAt: null, isMandatory: true })).toBeUndefined();
    expect(heldUntilMs(now, { ...hours, digestAt: null }, { expiresAt: null, isMandatory: false })).toBeUndefined();
  });
});

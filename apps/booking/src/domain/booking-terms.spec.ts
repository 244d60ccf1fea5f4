import { changedWish, isSameStay, proposalExpiry, renterChangesAtOnce } from './booking-terms';
import { CHANGE_STEPS, OPEN_STATUSES, changeBelongsTo, changeStepFor } from './lifecycle';

const letBy = (approval: 'request' | 'instant') => ({ rules: { approval }, instantIsPaused: false });
const HOUR_MS = 3_600_000;
const agreed = { from: '2026-12-01', to: '2026-12-03', quantity: 2, options: { lateCheckOut: '18:00' } };

describe('A change of a booking', () => {
  it('leaves what is not named as it is', () => {
    expect(changedWish(agreed, { to: '2026-12-05' })).toEqual({ ...agreed, to: '2026-12-05' });
    expect(changedWish({ ...agreed, options: null }, { quantity: 1 })).toEqual({ ...agreed, quantity: 1, options: undefined });
  });

  it('is none where the parties would see the same stay', () => {
    expect(isSameStay(agreed, { ...agreed })).toBe(true);
    expect(isSameStay({ ...agreed, options: null }, { ...agreed, options: {} })).toBe(true);
    for (const other of [{ from: '2026-12-02' }, { to: '2026-12-04' }, { quantity: 1 }, { options: {} }]) expect(isSameStay(agreed, { ...agreed, ...other })).toBe(false);
  });

  it('is made at once by the renter of a request, and of what is booked without asking', () => {
    expect(renterChangesAtOnce('pending', letBy('request'))).toBe(true);
    expect(renterChangesAtOnce('confirmed', letBy('instant'))).toBe(true);
    expect(renterChangesAtOnce('confirmed', letBy('request'))).toBe(false);
  });

  it('asks the owner of what is booked at once, as long as a calendar of it is lost', () => {
    expect(renterChangesAtOnce('confirmed', { ...letBy('instant'), instantIsPaused: true })).toBe(false);
  });

  it('waits for an answer for a day, or until the earlier of the two stays would begin', () => {
    const stay = (fromHours: number) => ({ fromMs: fromHours * HOUR_MS, toMs: (fromHours + 48) * HOUR_MS });
    expect(proposalExpiry(stay(100), stay(90), 0)).toBe(24 * HOUR_MS);
    expect(proposalExpiry(stay(20), stay(90), 0)).toBe(20 * HOUR_MS);
    expect(proposalExpiry(stay(90), stay(10), 0)).toBe(10 * HOUR_MS);
  });
});

describe('The table of changes', () => {
  it('has one row at most for a step of a party in a status, and only for bookings that have not begun', () => {
    for (const row of CHANGE_STEPS) {
      expect(CHANGE_STEPS.filter((other) => other.in === row.in && other.action === row.action)).toEqual([row]);
      expect(OPEN_STATUSES).toContain(row.in);
      expect(row.in).not.toBe('in_progress');
    }
  });

  it('lets nobody but the renter change at once, and nobody but time let a proposal run out', () => {
    expect(changeBelongsTo('change', 'owner')).toBe(false);
    for (const party of ['renter', 'owner'] as const) expect(changeBelongsTo('expire-change', party)).toBe(false);
    expect(changeStepFor('pending', 'propose-change', 'renter')).toBeUndefined();
    expect(changeStepFor('confirmed', 'propose-change', 'renter')).toMatchObject({ event: 'change-proposed' });
  });
});

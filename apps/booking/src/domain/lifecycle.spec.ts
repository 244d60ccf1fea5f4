import fc from 'fast-check';
import { type Action, BEGINNINGS, OPEN_STATUSES, type Party, type Status, TRANSITIONS, actionBelongsTo, transitionFor } from './lifecycle';

const ACTIONS: readonly Action[] = ['confirm', 'reject', 'cancel', 'accept', 'decline', 'start', 'complete', 'expire', 'no-show'];
const PARTIES: readonly Party[] = ['renter', 'owner', 'moderator', 'time'];
const step = fc.record({ action: fc.constantFrom(...ACTIONS), party: fc.constantFrom(...PARTIES) });

describe('The table of transitions', () => {
  it('has one row at most for a step of a party in a status', () => {
    for (const row of TRANSITIONS) {
      for (const party of row.by) {
        expect(TRANSITIONS.filter((other) => other.from === row.from && other.action === row.action && other.by.includes(party))).toEqual([row]);
      }
    }
  });

  it('leads every open status to an end, and no end anywhere', () => {
    const canEnd = (status: Status): boolean => !OPEN_STATUSES.includes(status) || TRANSITIONS.some(({ from, to }) => from === status && canEnd(to));
    for (const status of OPEN_STATUSES) expect(canEnd(status)).toBe(true);
    for (const { from } of TRANSITIONS) expect(OPEN_STATUSES).toContain(from);
  });

  it('keeps the claim exactly for as long as a booking is open', () => {
    for (const { to, claim } of TRANSITIONS) expect(claim).toBe(OPEN_STATUSES.includes(to) ? 'keep' : 'release');
  });

  it('never lets the renter do what is the owner’s', () => {
    for (const action of ['confirm', 'reject', 'start', 'complete', 'no-show'] as const) expect(actionBelongsTo(action, 'renter')).toBe(false);
    for (const action of ['accept', 'decline'] as const) expect(actionBelongsTo(action, 'owner')).toBe(false);
  });

  it('lets a moderator answer requests, and nothing else', () => {
    expect(ACTIONS.filter((action) => actionBelongsTo(action, 'moderator'))).toEqual(['confirm', 'reject']);
  });

  it('moves only as drawn, whatever is tried in whatever order', () => {
    fc.assert(fc.property(fc.constantFrom(...BEGINNINGS), fc.array(step, { maxLength: 30 }), ({ to }, steps) => {
      let status: Status = to;
      const seen: Status[] = [status];
      for (const { action, party } of steps) {
        const row = transitionFor(status, action, party);
        if (!row) continue;
        expect(actionBelongsTo(action, party)).toBe(true);
        status = row.to;
        seen.push(status);
      }
      expect(new Set(seen).size).toBe(seen.length);
      const ends = seen.filter((passed) => !OPEN_STATUSES.includes(passed));
      expect(ends.length).toBeLessThanOrEqual(1);
      if (seen.includes('completed')) expect(seen).toEqual(expect.arrayContaining(['confirmed', 'in_progress']));
    }), { numRuns: 5_000 });
  });
});

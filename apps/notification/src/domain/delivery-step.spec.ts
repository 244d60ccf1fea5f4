import * as fc from 'fast-check';
import { MOST_ATTEMPTS, pauseMsAfter, stepAfter } from './delivery-step';
import type { SendOutcome } from './mail';

const later: SendOutcome = { kind: 'later', fault: 'provider', reason: 'busy' };
const chance = fc.double({ min: 0, max: 1, noNaN: true });
const attempts = fc.integer({ min: 1, max: 40 });

describe('what follows a try to deliver', () => {
  it('is the end where the mail went', () => {
    expect(stepAfter({ kind: 'sent', providerId: 'abc' }, 3, 0.5)).toEqual({ state: 'sent', providerId: 'abc' });
  });

  it('is the end, too, where the address is refused for good', () => {
    expect(stepAfter({ kind: 'refused', reason: 'no such mailbox' }, 1, 0.5)).toEqual({ state: 'failed', reason: 'no such mailbox' });
  });

  it('is the end where nobody was to be reached, and nothing has failed', () => {
    expect(stepAfter({ kind: 'skipped', reason: 'nobody there' }, 1, 0.5)).toEqual({ state: 'skipped', reason: 'nobody there' });
  });

  it('is a wait that counts for no try while its reader has quiet hours, however often it was tried', () => {
    expect(stepAfter({ kind: 'quiet', pauseMs: 5 }, MOST_ATTEMPTS, 0.5)).toEqual({ state: 'waiting', reason: 'its reader has quiet hours', pauseMs: 5, isWait: true });
  });

  it('is another try where it may work later, until nobody believes in it', () => {
    expect(stepAfter(later, 1, 0.5)).toMatchObject({ state: 'waiting', reason: 'busy' });
    expect(stepAfter(later, MOST_ATTEMPTS - 1, 0.5)).toMatchObject({ state: 'waiting' });
    expect(stepAfter(later, MOST_ATTEMPTS, 0.5)).toEqual({ state: 'failed', reason: `given up after ${MOST_ATTEMPTS} tries: busy` });
  });

  it('comes no sooner than the provider asks, unless it asks for more than a day', () => {
    expect(pauseMsAfter(1, 0, 90_000)).toBe(90_000);
    expect(pauseMsAfter(1, 0, 1e12)).toBe(24 * 3_600_000);
  });

  it('comes later and later, within an hour, and never at once', () => {
    fc.assert(
      fc.property(attempts, chance, (tries, luck) => {
        const pauseMs = pauseMsAfter(tries, luck);
        expect(pauseMs).toBeGreaterThanOrEqual(2_500);
        expect(pauseMs).toBeLessThanOrEqual(3_600_000);
        expect(pauseMsAfter(tries + 1, luck)).toBeGreaterThanOrEqual(pauseMs);
      }),
    );
  });

  it('is spread by chance, so that mails that failed together do not come back together', () => {
    expect(pauseMsAfter(5, 0)).not.toBe(pauseMsAfter(5, 1));
  });
});

import { ENTRY_TRANSITIONS, type EntryStatus, offerStands, standsInLine, statusAfter } from './waitlist-entry';

const ENDS: readonly EntryStatus[] = ['taken', 'passed', 'lapsed', 'withdrawn'];

describe('A wait', () => {
  it('that is over goes on no more', () => {
    for (const status of ENDS) {
      expect(standsInLine({ status })).toBe(false);
      expect(ENTRY_TRANSITIONS.filter(({ from }) => from === status)).toEqual([]);
    }
  });

  it('ends in something taken or passed on only where something was offered', () => {
    expect(statusAfter('waiting', 'take')).toBeUndefined();
    expect(statusAfter('waiting', 'pass')).toBeUndefined();
    expect(statusAfter('offered', 'take')).toBe('taken');
    expect(statusAfter('offered', 'pass')).toBe('passed');
  });

  it('has no second offer', () => {
    expect(statusAfter('offered', 'offer')).toBeUndefined();
    expect(ENTRY_TRANSITIONS.filter(({ to }) => to === 'offered' || to === 'waiting').map(({ from }) => from)).toEqual(['waiting']);
  });

  it('has an offer until the very moment it runs out', () => {
    const offerExpiresAt = new Date(1_000);
    expect(offerStands({ status: 'offered', offerExpiresAt }, 999)).toBe(true);
    expect(offerStands({ status: 'offered', offerExpiresAt }, 1_000)).toBe(false);
    expect(offerStands({ status: 'lapsed', offerExpiresAt }, 999)).toBe(false);
  });
});

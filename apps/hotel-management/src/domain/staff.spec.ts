import { canBeReached, isBornBy } from './person';
import { leavesNoOwner, mayDo } from './staff';

const owner = { id: 'one', role: 'owner', userId: 'u1' } as const;
const second = { id: 'two', role: 'owner', userId: 'u2' } as const;
const awaited = { id: 'three', role: 'owner', userId: null } as const;
const cleaner = { id: 'four', role: 'cleaner', userId: 'u4' } as const;

describe('the staff of a hotel', () => {
  it('always has an owner who can sign in', () => {
    expect(leavesNoOwner([owner, cleaner], 'one')).toBe(true);
    expect(leavesNoOwner([owner, awaited], 'one')).toBe(true);
    expect(leavesNoOwner([owner, cleaner], 'one', 'administrator')).toBe(true);
    expect(leavesNoOwner([owner, second], 'one')).toBe(false);
    expect(leavesNoOwner([owner, cleaner], 'one', 'owner')).toBe(false);
    expect(leavesNoOwner([owner, cleaner], 'four')).toBe(false);
  });

  it('does what its role is there for, and nothing else', () => {
    expect(['owner', 'administrator', 'cleaner', null].map((role) => mayDo('own the hotel', role as never))).toEqual([true, false, false, false]);
    expect(['owner', 'administrator', 'cleaner', null].map((role) => mayDo('serve guests', role as never))).toEqual([true, true, false, false]);
    expect(['owner', 'administrator', 'cleaner', null].map((role) => mayDo('know the rooms', role as never))).toEqual([true, true, true, false]);
  });
});

describe('a person in a hotel', () => {
  it('can be reached by phone or by mail', () => {
    expect([canBeReached({}), canBeReached({ phone: null, email: null }), canBeReached({ phone: '+49301234567' }), canBeReached({ email: 'a@b.example' })]).toEqual([false, false, true, true]);
  });

  it('was born today at the latest', () => {
    expect([isBornBy('2024-02-29', '2024-02-29'), isBornBy('2024-03-01', '2024-02-29')]).toEqual([true, false]);
  });
});

import { NOTICE_DUTY, readersIn } from './notice';

const [HERE, THERE] = ['this hotel', 'another hotel'];
const staff = [
  { hotelId: HERE, userId: 'owner', role: 'owner' },
  { hotelId: HERE, userId: 'desk', role: 'administrator' },
  { hotelId: HERE, userId: 'cleaner', role: 'cleaner' },
  { hotelId: HERE, userId: null, role: 'administrator' },
  { hotelId: THERE, userId: 'stranger', role: 'owner' },
] as const;

describe('a notice', () => {
  it.each(['departure-due', 'stay-overdue'] as const)('of a guest (%s) is for owner and administrator, and not for cleaners', (kind) => {
    expect(readersIn(HERE, staff, NOTICE_DUTY[kind])).toEqual(['owner', 'desk']);
  });

  it('of a room to clean is for cleaners too', () => {
    expect(readersIn(HERE, staff, NOTICE_DUTY['cleaning-due'])).toEqual(['owner', 'desk', 'cleaner']);
  });

  it('is for nobody of another hotel, nor for who has not signed up', () => {
    expect(readersIn(THERE, staff, NOTICE_DUTY['cleaning-due'])).toEqual(['stranger']);
  });
});

import * as fc from 'fast-check';
import { type GuestAftermath, whatLoadLacks } from './load-judgement';

/** A guest as he has to be: some asked and got, some asked and never answered, of which some were done. */
const sound = fc.array(fc.constantFrom('answered', 'unanswered and done', 'unanswered and not done'), { minLength: 1, maxLength: 12 }).map((fates): GuestAftermath => {
  const done = fates.flatMap((fate, index) => (fate === 'unanswered and not done' ? [] : [{ id: `booking ${index}`, message: `mark ${index}` }]));
  return {
    asks: fates.map((fate, index) => ({ mark: `mark ${index}`, bookingId: fate === 'answered' ? `booking ${index}` : undefined })),
    bookings: done,
    noticedIds: done.map(({ id }) => id),
    mails: done.length,
  };
});
const ownerOf = ({ bookings }: GuestAftermath) => ({ noticedIds: bookings.map(({ id }) => id), mails: bookings.length });
const sums = (guest: GuestAftermath, owner = ownerOf(guest)) => {
  const wrong = whatLoadLacks([guest], owner);
  return { lost: wrong.reduce((sum, { lost }) => sum + lost, 0), doubled: wrong.reduce((sum, { doubled }) => sum + doubled, 0) };
};
const withAnswered = sound.filter(({ asks }) => asks.some(({ bookingId }) => bookingId !== undefined));

describe('the judgement of a load', () => {
  it('finds nothing wrong where all that was answered is there once, and what was not at most once', () => {
    fc.assert(fc.property(sound, (guest) => expect(whatLoadLacks([guest], ownerOf(guest))).toEqual([])));
  });

  it('sees an acknowledged booking that is gone', () => {
    fc.assert(
      fc.property(withAnswered, (guest) => {
        const gone = guest.asks.find(({ bookingId }) => bookingId !== undefined)!.bookingId;
        const bookings = guest.bookings.filter(({ id }) => id !== gone);
        expect(sums({ ...guest, bookings }, ownerOf(guest)).lost).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  it('sees what was done twice, whether it was answered or not', () => {
    fc.assert(
      fc.property(sound.filter(({ bookings }) => bookings.length > 0), fc.nat(), (guest, at) => {
        const again = { ...guest.bookings[at % guest.bookings.length]!, id: 'another' };
        const doubled = { ...guest, bookings: [...guest.bookings, again], noticedIds: [...guest.noticedIds, 'another'], mails: guest.mails + 1 };
        expect(sums(doubled)).toEqual({ lost: 0, doubled: 1 });
      }),
    );
  });

  it('sees a booking under another id than was told, and one that nobody asked for', () => {
    const told = { asks: [{ mark: 'a', bookingId: 'one' }], bookings: [{ id: 'two', message: 'a' }], noticedIds: ['two'], mails: 1 };
    expect(sums(told)).toEqual({ lost: 1, doubled: 0 });
    expect(sums({ ...told, asks: [], bookings: [{ id: 'two' }] })).toEqual({ lost: 0, doubled: 1 });
  });

  it('sees notices and mails that are missing or come twice', () => {
    const guest = { asks: [{ mark: 'a', bookingId: 'one' }], bookings: [{ id: 'one', message: 'a' }], noticedIds: ['one'], mails: 1 };
    expect(sums({ ...guest, noticedIds: [] })).toEqual({ lost: 1, doubled: 0 });
    expect(sums({ ...guest, mails: 2 })).toEqual({ lost: 0, doubled: 1 });
    expect(sums(guest, { noticedIds: ['one', 'one'], mails: 0 })).toEqual({ lost: 1, doubled: 1 });
  });
});

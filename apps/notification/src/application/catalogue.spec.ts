import { BOOKING_EVENTS, BookingCancelled, BookingConfirmed, BookingDeclined, type BookingFacts, BookingInvited, BookingRejected, BookingRequested, WAITLIST_EVENTS, type WaitlistFacts } from '@bookable/contracts-booking';
import { NOTIFICATION_TYPES } from '@bookable/contracts-notification';
import { TYPE_DEFAULTS } from '../domain/notification-types';
import { CATALOGUE, readersOf, rowsFor } from './catalogue';

const OWNER = 'owner';
const RENTER = 'renter';
const booking = (differences: Partial<BookingFacts>) => ({ ownerId: OWNER, renterId: RENTER, actorId: RENTER, action: 'request', ...differences }) as BookingFacts;
const told = (...[fact, facts]: Parameters<typeof rowsFor<BookingFacts>>) =>
  rowsFor(fact, facts).flatMap((row) => readersOf(row, facts).map((reader) => `${reader}: ${row.inWordsOf ?? row.as}`));

describe('the catalogue of what people are told', () => {
  it('knows every fact of a booking, and of a wait', () => {
    for (const fact of [...BOOKING_EVENTS, ...WAITLIST_EVENTS]) expect(CATALOGUE.some((row) => row.fact.topic === fact.topic)).toBe(true);
  });

  it('offers a choice for every type of the contract and no other', () => {
    expect(Object.keys(TYPE_DEFAULTS).sort()).toEqual([...NOTIFICATION_TYPES].sort());
  });

  it('tells the owner of a request, and gives the renter a receipt', () => {
    expect(told(BookingRequested, booking({}))).toEqual(['owner: booking-requested', 'renter: booking-request-sent']);
  });

  it('tells the renter of a confirmation; the owner only where the owner was not asked', () => {
    expect(told(BookingConfirmed, booking({ action: 'confirm', actorId: OWNER }))).toEqual(['renter: booking-confirmed']);
    expect(told(BookingConfirmed, booking({ action: 'request' }))).toEqual(['renter: booking-confirmed', 'owner: booking-confirmed-owner']);
    expect(told(BookingConfirmed, booking({ action: 'accept' }))).toEqual(['renter: booking-confirmed', 'owner: booking-accepted']);
  });

  it('tells the other party of a cancellation, both where neither did it, and gives the renter a receipt', () => {
    expect(told(BookingCancelled, booking({ actorId: OWNER }))).toEqual(['renter: booking-cancelled']);
    expect(told(BookingCancelled, booking({ actorId: null }))).toEqual(['owner: booking-cancelled', 'renter: booking-cancelled']);
    expect(told(BookingCancelled, booking({ actorId: RENTER }))).toEqual(['owner: booking-cancelled', 'renter: booking-cancelled-receipt']);
  });

  it('tells whoever waits of what is offered and of what has lapsed, and the owner of who has taken it', () => {
    const facts = { ownerId: OWNER, renterId: RENTER } as WaitlistFacts;
    const rows = WAITLIST_EVENTS.flatMap((fact) => rowsFor(fact, facts));
    expect(rows.flatMap((row) => readersOf(row, facts).map((reader) => `${reader}: ${row.as}`))).toEqual(['renter: waitlist-offered', 'renter: waitlist-lapsed', 'owner: waitlist-taken']);
  });

  it('tells those who answer for the host of what they have to answer, and the host of what they did', () => {
    const moderatorIds = ['one', 'two'];
    const byOne = { moderatorIds, actorId: 'one' };
    expect(told(BookingRequested, booking({ moderatorIds }))).toEqual(['owner: booking-requested', 'renter: booking-request-sent', 'one: booking-requested', 'two: booking-requested']);
    expect(told(BookingConfirmed, booking({ ...byOne, action: 'confirm' }))).toEqual(['renter: booking-confirmed', 'owner: booking-confirmed-by-moderator']);
    expect(told(BookingRejected, booking({ ...byOne, action: 'reject' }))).toEqual(['renter: booking-rejected', 'owner: booking-rejected-by-moderator']);
    expect(told(BookingInvited, booking({ ...byOne, action: 'invite' }))).toEqual(['renter: booking-invited', 'owner: booking-invited-by-moderator']);
    expect(told(BookingDeclined, booking({ moderatorIds, action: 'decline' }))).toEqual(['owner: booking-declined', 'one: booking-declined', 'two: booking-declined']);
  });

  it('never tells one person the same fact in two ways', () => {
    for (const fact of BOOKING_EVENTS) {
      for (const actorId of [OWNER, RENTER, 'one', null]) {
        for (const action of ['request', 'confirm', 'accept', 'cancel'] as const) {
          const facts = booking({ actorId, action, moderatorIds: ['one', RENTER] });
          const readers = rowsFor(fact, facts).flatMap((row) => readersOf(row, facts));
          expect(new Set(readers).size).toBe(readers.length);
        }
      }
    }
  });
});

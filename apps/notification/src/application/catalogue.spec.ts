import { BOOKING_EVENTS, BookingCancelled, BookingConfirmed, type BookingFacts, BookingRequested, WAITLIST_EVENTS, type WaitlistFacts } from '@bookable/contracts-booking';
import { NOTIFICATION_TYPES } from '@bookable/contracts-notification';
import { TYPE_DEFAULTS } from '../domain/notification-types';
import { CATALOGUE, rowsFor } from './catalogue';

const OWNER = 'owner';
const RENTER = 'renter';
const booking = (differences: Partial<BookingFacts>) => ({ ownerId: OWNER, renterId: RENTER, actorId: RENTER, action: 'request', ...differences }) as BookingFacts;
const told = (...[fact, facts]: Parameters<typeof rowsFor<BookingFacts>>) =>
  rowsFor(fact, facts).map((row) => `${row.tell(facts)}: ${row.inWordsOf ?? row.as}`);

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
    expect(rows.map((row) => `${row.tell(facts)}: ${row.as}`)).toEqual(['renter: waitlist-offered', 'renter: waitlist-lapsed', 'owner: waitlist-taken']);
  });

  it('never tells one person the same fact in two ways', () => {
    for (const fact of BOOKING_EVENTS) {
      for (const actorId of [OWNER, RENTER, null]) {
        for (const action of ['request', 'confirm', 'accept', 'cancel'] as const) {
          const facts = booking({ actorId, action });
          const readers = rowsFor(fact, facts).map((row) => row.tell(facts));
          expect(new Set(readers).size).toBe(readers.length);
        }
      }
    }
  });
});

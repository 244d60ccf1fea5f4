import type { MailLinkFacts, UserFacts } from '@bookable/contracts-auth';
import type { BookingFacts } from '@bookable/contracts-booking';
import { newId } from '@bookable/kernel';
import { known } from './running-notification';

let count = 0;

/** Somebody auth knows of. */
export function aPerson(differences: Partial<UserFacts> = {}): UserFacts {
  count += 1;
  const person: UserFacts = {
    id: newId(), email: `person${count}@mail.example`, name: `Person ${count}`, roles: ['renter'], locale: 'en', emailVerified: true, avatarUrl: null,
    createdAt: '2026-11-21T09:00:00.000Z', version: 1, ...differences,
  };
  known.set(person.id, person);
  return person;
}

/** A booking of two nights that was just asked for. */
export function aBooking(renter: UserFacts, owner: UserFacts, differences: Partial<BookingFacts> = {}): BookingFacts {
  const total = { amount: 25_000, currency: 'EUR' };
  return {
    id: newId(), listingId: newId(), kind: 'apartment', renterId: renter.id, ownerId: owner.id, from: '2027-03-27', to: '2027-03-29',
    startsAt: '2027-03-27T13:00:00Z', endsAt: '2027-03-29T10:00:00Z', quantity: 1, total, quote: { total, lines: [] }, status: 'pending',
    createdAt: '2026-11-21T10:00:00Z', updatedAt: '2026-11-21T10:00:00Z', expiresAt: '2026-11-22T10:00:00Z', action: 'request', actorId: renter.id,
    listingTitle: 'Loft "North"', timeZone: 'Europe/Berlin', version: 1, ...differences,
  };
}

/** A link with a token that was asked for. */
export function aMailLink({ id, email, name, locale }: UserFacts, differences: Partial<MailLinkFacts> = {}): MailLinkFacts {
  return { userId: id, email, name, locale, token: `token-${newId()}`, expiresAt: '2099-01-01T00:00:00.000Z', ...differences };
}

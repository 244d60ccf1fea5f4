import { NotBornYet, type PersonTerms } from '@bookable/contracts-hotel-management';
import { DomainError, dayAt } from '@bookable/kernel';
import { isBornBy } from '../domain/person';
import type { HotelRow } from '../persistence/hotel.store';

/** Refuses who is not born yet where the hotel stands. */
export function unlessUnborn({ birthDate }: Pick<PersonTerms, 'birthDate'>, { timeZone }: Pick<HotelRow, 'timeZone'>, now: Date): void {
  if (!isBornBy(birthDate, dayAt(now.getTime(), timeZone))) throw new DomainError(NotBornYet, undefined, { errors: [{ path: 'birthDate', message: 'lies ahead' }] });
}

import type { Period } from '@bookable/kernel';
import type { BookingRules } from './booking-rules';
import type { PricePlan } from './price-plan';

/** By what a resource is let (domain.md, "Units of time"). */
export type UnitOfTime = 'night' | 'day' | 'hour' | 'session';

/** What kinds of listing there are. */
export type ListingKind = 'apartment' | 'item' | 'workspace' | 'event' | 'room';

/** The unit of time that each unit of price is let by. */
export const UNIT_OF_PRICE: Readonly<Record<PricePlan['per'], UnitOfTime>> = { night: 'night', day: 'day', hour: 'hour', seat: 'session' };

/** The bookable side of a listing. */
export interface Resource {
  readonly id: string;
  readonly ownerId: string;
  readonly kind: ListingKind;
  readonly unit: UnitOfTime;
  readonly title: string;
  readonly timeZone: string;
  readonly capacity: number;
  readonly price: PricePlan;
  readonly rules: BookingRules;
  /** The one time an event takes place. */
  readonly session?: Period;
  /** Whether catalog offers it and nobody has closed it. */
  readonly isBookable: boolean;
  /** Grows with every change of the above; a decision made on an older one does not count. */
  readonly revision: number;
}

/** For an event the host chooses among requests, so only agreed ones take seats. */
export function requestsTakePlaces(resource: Pick<Resource, 'kind'>): boolean {
  return resource.kind !== 'event';
}

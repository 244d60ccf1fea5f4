import type { BookingRules, Period, PricePlan, UnitOfTime } from '@bookable/kernel';

/** By what a resource is let (domain.md, "Units of time"). */
export type { UnitOfTime };

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
  /** Who may invite to an event and answer requests for it beside its owner. */
  readonly moderatorIds: readonly string[];
  /** Whether catalog offers it and nobody has closed it. */
  readonly isBookable: boolean;
  /** Whether somebody may stand in line for it: then what frees is theirs first. */
  readonly isWaitedFor: boolean;
  /** Whether calendars of other platforms take time of it. */
  readonly hasCalendars: boolean;
  /** Whether one of them could not be read for so long that its owner has to be asked for each booking. */
  readonly instantIsPaused: boolean;
  /** Grows with every change of the above; a decision made on an older one does not count. */
  readonly revision: number;
}

/** Whether somebody may invite to an event: its host, and whom the host has given that right. */
export function mayInvite({ ownerId, moderatorIds }: Pick<Resource, 'ownerId' | 'moderatorIds'>, userId: string): boolean {
  return ownerId === userId || moderatorIds.includes(userId);
}

/** For an event the host chooses among requests, so only agreed ones take seats. */
export function requestsTakePlaces(resource: Pick<Resource, 'kind'>): boolean {
  return resource.kind !== 'event';
}

/** Whether a booking is agreed without its owner being asked. */
export function isBookedAtOnce({ rules, instantIsPaused }: Pick<Resource, 'rules' | 'instantIsPaused'>): boolean {
  return rules.approval === 'instant' && !instantIsPaused;
}

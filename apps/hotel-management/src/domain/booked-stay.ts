import type { ReservationStatus } from './reservation';

/** Where a booking stands, as it is told. */
export type BookingStanding = 'agreed' | 'under way' | 'over' | 'missed' | 'off';

const STANDINGS: Readonly<Record<string, BookingStanding>> = { confirmed: 'agreed', in_progress: 'under way', completed: 'over', no_show: 'missed' };

/** What the status of a booking means for its rooms; one that is neither agreed nor has been is off. */
export function standingOf(bookingStatus: string): BookingStanding {
  return STANDINGS[bookingStatus] ?? 'off';
}

/** What a booking has to follow of its stays: nothing while nobody has come and somebody still may. */
export function stayStatusOf(statuses: readonly ReservationStatus[]): 'in_progress' | 'completed' | 'cancelled' | 'no_show' | undefined {
  const has = (status: ReservationStatus): boolean => statuses.includes(status);
  if (has('in_progress') || (has('completed') && has('confirmed'))) return 'in_progress';
  if (has('confirmed')) return undefined;
  if (has('completed')) return 'completed';
  return has('no_show') ? 'no_show' : 'cancelled';
}

/** An amount in as many parts as equal as can be, which sum to it. */
export function sharesOf(amount: number, parts: number): number[] {
  const least = Math.floor(amount / parts);
  return Array.from({ length: parts }, (_, index) => least + (index < amount - least * parts ? 1 : 0));
}

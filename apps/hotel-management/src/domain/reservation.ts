import type { Period } from '@bookable/kernel';

/** Where a reservation stands. `requesting` until booking has said whether its time is free, `refused` where it was not. */
export type ReservationStatus = 'requesting' | 'refused' | 'confirmed' | 'in_progress' | 'completed' | 'cancelled' | 'no_show';

/** What may happen to a reservation. */
export type ReservationAction = 'request' | 'claim' | 'refuse' | 'change' | 'cancel' | 'check-in' | 'check-out' | 'no-show';

/** One row of the table: from a status, by an action, to a status. */
interface Step {
  readonly from: ReservationStatus;
  readonly action: ReservationAction;
  readonly to: ReservationStatus;
}

/** How a reservation moves on. */
const STEPS: readonly Step[] = [
  { from: 'refused', action: 'request', to: 'requesting' },
  { from: 'requesting', action: 'claim', to: 'confirmed' },
  { from: 'requesting', action: 'refuse', to: 'refused' },
  { from: 'confirmed', action: 'change', to: 'confirmed' },
  { from: 'confirmed', action: 'cancel', to: 'cancelled' },
  { from: 'confirmed', action: 'check-in', to: 'in_progress' },
  { from: 'confirmed', action: 'no-show', to: 'no_show' },
  { from: 'in_progress', action: 'change', to: 'in_progress' },
  { from: 'in_progress', action: 'check-out', to: 'completed' },
];

/** The status an action leads to; undefined where the present one does not allow it. */
export function statusAfter(status: ReservationStatus, action: ReservationAction): ReservationStatus | undefined {
  return STEPS.find((step) => step.from === status && step.action === action)?.to;
}

/** Whether an action is what has brought a reservation to where it stands: then it has been taken before. */
export function wasTakenBefore(status: ReservationStatus, action: ReservationAction): boolean {
  return action !== 'change' && STEPS.some((step) => step.action === action && step.to === status);
}

/** The statuses in which a reservation has time, and a room. */
export const STANDING: readonly ReservationStatus[] = ['requesting', 'confirmed', 'in_progress'];

/** Whether somebody has come: they are there, or have been. */
export function hasArrived(status: ReservationStatus): boolean {
  return status === 'in_progress' || status === 'completed';
}

/** What a stay is, or shall be. */
export interface StayTerms {
  readonly roomTypeId: string;
  readonly from: string;
  readonly to: string;
  readonly earlyCheckIn: string | null;
  readonly lateCheckOut: string | null;
  /** The very room it is for. */
  readonly pinnedRoomId: string | null;
  /** The time it takes, RFC 3339. */
  readonly startsAt: string;
  readonly endsAt: string;
  /** Until when its room is cleaned after it, where time is planned for that. */
  readonly cleanedAt?: string | null;
}

/** The time that a stay takes. */
export function periodOf({ startsAt, endsAt }: Pick<StayTerms, 'startsAt' | 'endsAt'>): Period {
  return { fromMs: Date.parse(startsAt), toMs: Date.parse(endsAt) };
}

/** The time for which nobody else can have its room: until it has been cleaned. */
export function roomTimeOf(stay: Pick<StayTerms, 'startsAt' | 'endsAt' | 'cleanedAt'>): Period {
  const { fromMs, toMs } = periodOf(stay);
  return { fromMs, toMs: stay.cleanedAt ? Date.parse(stay.cleanedAt) : toMs };
}

/** Whether two stays are the same but for the options and time that follow from the rest. */
export function isSameStay(one: StayTerms, other: StayTerms): boolean {
  const textOf = (stay: StayTerms) => [stay.roomTypeId, stay.pinnedRoomId, stay.startsAt, stay.endsAt, stay.earlyCheckIn, stay.lateCheckOut].join();
  return textOf(one) === textOf(other);
}

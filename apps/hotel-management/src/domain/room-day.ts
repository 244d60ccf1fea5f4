import { addDays, type Period, periodsOverlap } from '@bookable/kernel';
import type { ReservationStatus } from './reservation';
import { type HouseTimes, timeOfStay } from './stay-time';

/** What a room is on a day. */
export type RoomDayState = 'free' | 'booked' | 'occupied' | 'to-clean';

/** A stretch of time in which somebody has, had or will have a room. */
export interface RoomNight extends Period {
  readonly roomId: string;
  readonly reservationId: string;
  readonly status: ReservationStatus;
}

/** What a room is from the check-in of one day to the check-out of the next: who is or was there comes before who will be. */
export function roomDay(hotel: HouseTimes, date: string, nights: readonly RoomNight[], isToClean: boolean): { date: string; state: RoomDayState; reservationId?: string } {
  const time = timeOfStay(hotel, { from: date, to: addDays(date, 1), earlyCheckIn: null, lateCheckOut: null });
  const ofDay = nights.filter((night) => time && periodsOverlap(night, time));
  const there = ofDay.find(({ status }) => status === 'in_progress' || status === 'completed');
  if (there) return { date, state: 'occupied', reservationId: there.reservationId };
  if (isToClean) return { date, state: 'to-clean', reservationId: ofDay[0]?.reservationId };
  return ofDay[0] ? { date, state: 'booked', reservationId: ofDay[0].reservationId } : { date, state: 'free' };
}

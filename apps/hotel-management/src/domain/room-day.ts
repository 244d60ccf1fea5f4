import { type Period, addDays, periodsOverlap, startOfDay } from '@bookable/kernel';
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

/** What a room is from the check-in of one day to the check-out of the next: who is there, or has slept there, comes before who will. */
export function roomDay(hotel: HouseTimes, date: string, nights: readonly RoomNight[], isToClean: boolean): { date: string; state: RoomDayState; reservationId?: string } {
  const time = timeOfStay(hotel, { from: date, to: addDays(date, 1), earlyCheckIn: null, lateCheckOut: null });
  const ofDay = nights.filter((night) => time && periodsOverlap(night, time));
  const midnightMs = startOfDay(addDays(date, 1), hotel.timeZone);
  const there = ofDay.find(({ status, fromMs, toMs }) => status === 'in_progress' || (status === 'completed' && fromMs < midnightMs && midnightMs < toMs));
  if (there) return { date, state: 'occupied', reservationId: there.reservationId };
  const expected = ofDay.find(({ status }) => status !== 'completed');
  if (isToClean) return { date, state: 'to-clean', reservationId: expected?.reservationId };
  return expected ? { date, state: 'booked', reservationId: expected.reservationId } : { date, state: 'free' };
}

import type ICAL from 'ical.js';
import { type Clock, dayOf } from './calendar-clocks';

type Time = InstanceType<typeof ICAL.Time>;

/** Dates of a series that are named one by one. A whole day means whatever of the series begins on it. */
export class NamedDates {
  private readonly days = new Set<string>();
  private readonly instants = new Set<number>();

  constructor(private readonly isOfDays: boolean) {}

  add(time: Time, clock: Clock): void {
    if (time.isDate || this.isOfDays) this.days.add(dayOf(time));
    else this.instants.add(clock(time));
  }

  include(time: Time, clock: Clock): boolean {
    return this.days.has(dayOf(time)) || (!this.isOfDays && this.instants.size > 0 && this.instants.has(clock(time)));
  }
}

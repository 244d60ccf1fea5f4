import { instantAt } from '@bookable/kernel';
import ICAL from 'ical.js';
import { CalendarRefusal } from './calendar-refusal';
import { ianaZoneOf } from './zone-names';

type Component = InstanceType<typeof ICAL.Component>;
type Time = InstanceType<typeof ICAL.Time>;
type Property = InstanceType<typeof ICAL.Property>;

/** Makes an instant, in epoch milliseconds, of what a clock on a wall shows. */
export type Clock = (time: Time) => number;

const OBSERVANCES_AT_MOST = 50;
const CHANGES_AT_MOST = 500;
/** What a rule for the beginning of summer time is made of; one with more would be a way to keep us busy. */
const PARTS_OF_YEARLY_CHANGE = new Set(['BYMONTH', 'BYDAY', 'BYMONTHDAY', 'BYHOUR', 'BYMINUTE', 'BYSECOND']);

/**
 * The clocks that the times of a calendar are read from. A zone that we know by name is taken as the world keeps it now:
 * what calendars carry along is often cut short. Only what is not known otherwise is taken from the calendar itself.
 */
export class CalendarClocks {
  private readonly clocks = new Map<string, Clock>();

  constructor(
    private readonly calendar: Component,
    private readonly floatingZone: string,
  ) {}

  /** The clock of a property's times: the zone it names, UTC where a time says so, else the zone of whoever reads. */
  of(property: Property): Clock {
    const name = property.getFirstParameter('tzid');
    const local = name ? this.named(name) : clockOfZone(this.floatingZone);
    return (time) => (isUtc(time) ? Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second) : local(time));
  }

  private named(name: string): Clock {
    const known = this.clocks.get(name);
    if (known) return known;
    const zone = ianaZoneOf(name);
    const clock = zone === undefined ? this.described(name) : clockOfZone(zone);
    this.clocks.set(name, clock);
    return clock;
  }

  /** A zone as the calendar itself describes it. */
  private described(name: string): Clock {
    const description = this.calendar.getAllSubcomponents('vtimezone').find((zone) => String(zone.getFirstPropertyValue('tzid')).trim() === name.trim());
    if (!description || !changesAreFew(description)) throw new CalendarRefusal('unknown-time-zone', name.slice(0, 100));
    const zone = new ICAL.Timezone({ component: description, tzid: name });
    return (time) => {
      const there = time.clone();
      there.zone = zone;
      return there.toUnixTime() * 1_000;
    };
  }
}

/** Whether a time is written in UTC. */
export function isUtc({ zone }: Time): boolean {
  return zone === ICAL.Timezone.utcTimezone;
}

/** The day a time is on, wherever it is. */
export function dayOf({ year, month, day }: Time): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function clockOfZone(zone: string): Clock {
  return (time) => instantAt(dayOf(time), [time.hour, time.minute, time.second].map((part) => String(part).padStart(2, '0')).join(':'), zone);
}

function changesAreFew(zone: Component): boolean {
  const observances = zone.getAllSubcomponents();
  const rules = observances.flatMap((one) => one.getAllProperties('rrule')).map((property) => property.getFirstValue());
  const isPlain = (rule: unknown) => rule instanceof ICAL.Recur && rule.freq === 'YEARLY' && Object.entries(rule.parts).every(([part, values]) => PARTS_OF_YEARLY_CHANGE.has(part) && values.length === 1);
  const dates = observances.flatMap((one) => one.getAllProperties('rdate'));
  return observances.length > 0 && observances.length <= OBSERVANCES_AT_MOST && dates.length <= CHANGES_AT_MOST && rules.length <= OBSERVANCES_AT_MOST && rules.every(isPlain);
}

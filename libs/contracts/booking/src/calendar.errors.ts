import { defineProblem } from '@bookable/kernel';

/** Only calendars on the public web are read: http or https on their usual ports, and no password in the address. */
export const CalendarAddressRefused = defineProblem('calendar-address-refused', 'rule-broken', 'This address cannot be read.');
/** A listing reads so many calendars and no more. */
export const TooManyCalendars = defineProblem('too-many-calendars', 'rule-broken', 'This listing reads as many calendars as it may.');
/** The listing reads this address already. */
export const CalendarKnown = defineProblem('calendar-known', 'conflict', 'This listing reads that calendar already.');

import { addDays } from '@bookable/kernel';

/** A row of the Hotel Booking Demand data set, as far as a replay reads it. */
export interface HotelRow {
  readonly hotel: string;
  readonly is_canceled: string;
  readonly lead_time: string;
  readonly arrival_date_year: string;
  readonly arrival_date_month: string;
  readonly arrival_date_day_of_month: string;
  readonly stays_in_weekend_nights: string;
  readonly stays_in_week_nights: string;
  readonly adults: string;
  readonly children: string;
  readonly babies: string;
  readonly reserved_room_type: string;
  readonly assigned_room_type: string;
  readonly adr: string;
  readonly reservation_status: string;
  readonly reservation_status_date: string;
}

export const HOTEL_COLUMNS: readonly (keyof HotelRow)[] = [
  'hotel', 'is_canceled', 'lead_time', 'arrival_date_year', 'arrival_date_month', 'arrival_date_day_of_month', 'stays_in_weekend_nights', 'stays_in_week_nights',
  'adults', 'children', 'babies', 'reserved_room_type', 'assigned_room_type', 'adr', 'reservation_status', 'reservation_status_date',
];

/** How a reservation ended. */
export type StayEnd = 'left' | 'cancelled' | 'missed';

/** A reservation of the data set: when it was made, for when, and what became of it. */
export interface ReplayedStay {
  readonly line: number;
  readonly hotel: string;
  readonly madeOn: string;
  readonly from: string;
  /** Nights slept; a stay without one takes its room for a day. */
  readonly nights: number;
  readonly to: string;
  readonly reservedType: string;
  readonly assignedType: string;
  readonly guests: string;
  readonly end: StayEnd;
  /** When it was called off, missed or left. */
  readonly endedOn: string;
  /** What the guest pays for all nights, in cents; less than nothing in a row that cannot be right. */
  readonly dueCents: number;
}

/** What a row says of itself that cannot be so, and what a replay makes of it. */
export type Contradiction =
  | 'no night: a room for a day, left in the evening' | 'nobody stays' | 'the number of children is not known' | 'a rate below nothing: nothing is paid'
  | 'left before the last night that is counted: left after it' | 'missed on another day than that of arrival: missed on that' | 'called off after the day of arrival: on that day'
  | 'called off before it was made: on the day it was made' | 'is_canceled says otherwise than reservation_status, which counts';

/** A row as a replay takes it. */
export type ReadRow = { readonly stay: ReplayedStay; readonly contradictions: readonly Contradiction[] } | { readonly fault: string };

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const ENDS: Readonly<Record<string, StayEnd>> = { 'Check-Out': 'left', Canceled: 'cancelled', 'No-Show': 'missed' };

/** Reads one row; one that cannot be read at all is a fault, one that contradicts itself is a stay with what is wrong about it. */
export function readRow(line: number, row: HotelRow): ReadRow {
  const from = dayOf(row);
  const [lead, weekend, week] = [row.lead_time, row.stays_in_weekend_nights, row.stays_in_week_nights].map(wholeNumber);
  const [end, rateCents] = [ENDS[row.reservation_status], centsOf(row.adr)];
  if (from === undefined || !isDay(row.reservation_status_date)) return { fault: 'a date that is none' };
  if (lead === undefined || weekend === undefined || week === undefined || rateCents === undefined) return { fault: 'a number that is none' };
  if (end === undefined || row.hotel === '' || !/^[A-Z]$/.test(row.reserved_room_type) || !/^[A-Z]$/.test(row.assigned_room_type)) return { fault: 'an unknown status, room type or hotel' };
  const nights = weekend + week;
  const [madeOn, to] = [addDays(from, -lead), addDays(from, Math.max(nights, 1))];
  const { endedOn, contradiction } = endOf(end, { madeOn, from, leaves: addDays(from, nights), statusDate: row.reservation_status_date });
  return {
    stay: {
      line, hotel: row.hotel, madeOn, from, nights, to, reservedType: row.reserved_room_type, assignedType: row.assigned_room_type,
      guests: `${row.adults} adults, ${row.children} children, ${row.babies} babies`, end, endedOn, dueCents: rateCents * nights,
    },
    contradictions: [...(contradiction ? [contradiction] : []), ...oddities(row, nights, rateCents)],
  };
}

function endOf(end: StayEnd, { madeOn, from, leaves, statusDate }: Readonly<Record<'madeOn' | 'from' | 'leaves' | 'statusDate', string>>): { readonly endedOn: string; readonly contradiction?: Contradiction } {
  if (end === 'left') return { endedOn: leaves, ...(statusDate < leaves && { contradiction: 'left before the last night that is counted: left after it' }) };
  if (end === 'missed') return { endedOn: from, ...(statusDate !== from && { contradiction: 'missed on another day than that of arrival: missed on that' }) };
  if (statusDate > from) return { endedOn: from, contradiction: 'called off after the day of arrival: on that day' };
  return statusDate < madeOn ? { endedOn: madeOn, contradiction: 'called off before it was made: on the day it was made' } : { endedOn: statusDate };
}

function oddities(row: HotelRow, nights: number, rateCents: number): Contradiction[] {
  const found: Contradiction[] = [];
  if (nights === 0) found.push('no night: a room for a day, left in the evening');
  const guests = [row.adults, row.children, row.babies].map(Number);
  if (guests.some(Number.isNaN)) found.push('the number of children is not known');
  else if (guests.every((count) => count === 0)) found.push('nobody stays');
  if (rateCents < 0) found.push('a rate below nothing: nothing is paid');
  if ((row.is_canceled === '0') !== (row.reservation_status === 'Check-Out')) found.push('is_canceled says otherwise than reservation_status, which counts');
  return found;
}

function dayOf({ arrival_date_year: year, arrival_date_month: month, arrival_date_day_of_month: day }: HotelRow): string | undefined {
  const date = `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(date) ? date : undefined;
}

function isDay(text: string): boolean {
  const parsed = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,5}$/.test(text) ? Number(text) : undefined;
}

/** Cents, without ever being a fraction. */
export function centsOf(text: string): number | undefined {
  const [, sign, whole, part = ''] = /^(-?)(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const cents = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return sign === '-' ? -cents : cents;
}

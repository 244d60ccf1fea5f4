import { addDays } from '@bookable/kernel';
import type { ReplayedStay } from './hotel-row';

/** What a hotel does on a day, in this order and at these times where it stands. */
export const HOURS = [
  { what: 'cancel', at: '09:00' },
  { what: 'check-out', at: '11:00' },
  { what: 'clean', at: '12:00' },
  { what: 'reserve', at: '13:00' },
  { what: 'cancel-at-once', at: '14:30' },
  { what: 'change-room-type', at: '15:00' },
  { what: 'check-in', at: '15:30' },
  { what: 'leave-in-the-evening', at: '18:00' },
  { what: 'miss', at: '23:00' },
] as const;
/** One of them. */
export type Deed = (typeof HOURS)[number]['what'];

/** On which day what is done about a stay. */
export function deedsOf(stay: ReplayedStay): { readonly day: string; readonly deed: Deed }[] {
  const { madeOn, from, endedOn, end, nights, reservedType, assignedType } = stay;
  const made = { day: madeOn, deed: 'reserve' } as const;
  if (end === 'cancelled') return [made, { day: endedOn, deed: endedOn === madeOn ? 'cancel-at-once' : 'cancel' }];
  if (end === 'missed') return [made, { day: from, deed: 'miss' }];
  const changed = reservedType === assignedType ? [] : [{ day: from, deed: 'change-room-type' } as const];
  return [made, ...changed, { day: from, deed: 'check-in' }, { day: endedOn, deed: nights === 0 ? 'leave-in-the-evening' : 'check-out' }];
}

/** What is done on a day, and about which stays. */
export type ReplayDay = ReadonlyMap<Deed, readonly ReplayedStay[]>;

/** Every day from the first reservation to the last departure, in order; also those on which nothing but cleaning is done. */
export function daysOfReplay(stays: readonly ReplayedStay[]): [day: string, deeds: ReplayDay][] {
  const days = new Map<string, Map<Deed, ReplayedStay[]>>();
  for (const stay of stays) {
    for (const { day, deed } of deedsOf(stay)) {
      const deeds = days.get(day) ?? new Map<Deed, ReplayedStay[]>();
      days.set(day, deeds.set(deed, [...(deeds.get(deed) ?? []), stay]));
    }
  }
  const known = [...days.keys()].sort();
  const all: [string, ReplayDay][] = [];
  for (let day = known[0]; day !== undefined && day <= known.at(-1)!; day = addDays(day, 1)) all.push([day, days.get(day) ?? new Map()]);
  return all;
}

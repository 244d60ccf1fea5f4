import { type Period, instantAt, startOfDay } from '@bookable/kernel';
import { DEFAULT_CHECK_IN, DEFAULT_CHECK_OUT } from './booking-rules';
import type { Resource } from './resource';
import type { StayOptions } from './stay';

/** What of a resource says which time its days take. */
export type DayLet = Pick<Resource, 'unit' | 'timeZone' | 'rules'>;

/**
 * The time that a stay from one day to another takes: nights from check-in on the first to check-out on the last,
 * days whole from the first, included, to the last, excluded. Undefined where nothing is left between the two.
 */
export function periodOfDays(resource: DayLet, from: string, to: string, options: StayOptions = {}): Period | undefined {
  const { rules, timeZone } = resource;
  const isByNight = resource.unit === 'night';
  const fromMs = isByNight ? instantAt(from, options.earlyCheckIn ?? rules.checkIn ?? DEFAULT_CHECK_IN, timeZone) : startOfDay(from, timeZone);
  const toMs = isByNight ? instantAt(to, options.lateCheckOut ?? rules.checkOut ?? DEFAULT_CHECK_OUT, timeZone) : startOfDay(to, timeZone);
  return fromMs < toMs ? { fromMs, toMs } : undefined;
}

import { addDays, dayAt, daysBetween, instantAt, timeOfDayAt, weekdayOf } from '@bookable/kernel';
import { Refusal } from './refusal';

/** How many stretches one change may close, those that come again counted one by one. */
export const MOST_BLOCKS_AT_ONCE = 1_000;

/** How a block comes again. */
export interface BlockRepetition {
  readonly every: 'day' | 'week';
  /** On which days of the week it begins; on that of the first one unless told. */
  readonly weekdays?: readonly number[];
  /** The last day on which it may begin. */
  readonly until: string;
}

interface Stretch {
  readonly from: string;
  readonly to: string;
}

/**
 * A stretch and all that come after it in its rhythm, each as it was written: days stay days, and instants are moved by local
 * days, so that a meeting at ten is at ten on the day after the clocks were changed, too.
 */
export function repeated({ from, to }: Stretch, repeat: BlockRepetition | undefined, timeZone: string, path: string): Stretch[] | Refusal {
  if (!repeat) return [{ from, to }];
  const first = localDay(from, timeZone);
  const lastOffset = daysBetween(first, repeat.until);
  if (lastOffset < 0) return new Refusal('malformed', 'must not be before the first one', `${path}.repeat.until`);
  if (lastOffset > MOST_BLOCKS_AT_ONCE * 7) return tooMany(path);
  const weekdays = repeat.every === 'day' ? undefined : (repeat.weekdays ?? [weekdayOf(first)]);
  const offsets = Array.from({ length: lastOffset + 1 }, (_, offset) => offset).filter((offset) => !weekdays || weekdays.includes(weekdayOf(addDays(first, offset))));
  if (offsets.length > MOST_BLOCKS_AT_ONCE) return tooMany(path);
  return offsets.map((offset) => ({ from: moved(from, offset, timeZone), to: moved(to, offset, timeZone) }));
}

function moved(text: string, days: number, timeZone: string): string {
  if (!text.includes('T')) return addDays(text, days);
  if (days === 0) return text;
  const instantMs = Date.parse(text);
  return new Date(instantAt(addDays(dayAt(instantMs, timeZone), days), timeOfDayAt(instantMs, timeZone), timeZone)).toISOString();
}

function localDay(text: string, timeZone: string): string {
  return text.includes('T') ? dayAt(Date.parse(text), timeZone) : text;
}

function tooMany(path: string): Refusal {
  return new Refusal('malformed', `must come again at most ${MOST_BLOCKS_AT_ONCE} times`, `${path}.repeat.until`);
}

import { type DayRange, dayNumber } from './day-ring';

/** The range a search wants free: whole days wherever the listing is, or two instants. */
export type WantedTime =
  | { readonly by: 'days'; readonly from: string; readonly to: string; readonly days: DayRange }
  | { readonly by: 'instants'; readonly from: string; readonly to: string; readonly seconds: number };

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** Reads `from` and `to`; undefined where one is a day and the other an instant. */
export function wantedTime(from: string, to: string): WantedTime | undefined {
  if (isDay(from) !== isDay(to)) return undefined;
  if (isDay(from)) return { by: 'days', from, to, days: { from: dayNumber(from), to: dayNumber(to) } };
  return { by: 'instants', from, to, seconds: (Date.parse(to) - Date.parse(from)) / 1000 };
}

export function beginsBeforeItEnds(time: WantedTime): boolean {
  return time.by === 'days' ? time.days.from < time.days.to : time.seconds > 0;
}

/** A day is past only once it is over in every time zone; an instant as soon as it has gone by. */
export function liesAhead(time: WantedTime, now: Date, today: number): boolean {
  return time.by === 'days' ? time.days.from >= today : Date.parse(time.from) >= now.getTime() - 60_000;
}

import { CronTime } from 'cron';
import type { Cadence } from './job-book';

/** So many milliseconds after it began the last time. */
export function intervalCadence(everyMs: number): Cadence {
  return { text: `every ${everyMs / 1_000} s`, nextAfter: (instant) => new Date(instant.getTime() + everyMs) };
}

/** By a cron text, in the time zone of the machine. */
export function cronCadence(text: string): Cadence {
  const time = new CronTime(text);
  return { text, nextAfter: (instant) => time.getNextDateFrom(instant).toJSDate() };
}

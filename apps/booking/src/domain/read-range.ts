import { type Period, dayAt, startOfDay } from '@bookable/kernel';
import { periodOfDays } from './day-period';
import { Refusal } from './refusal';
import type { Resource } from './resource';

/** The time that two days or instants enclose: for nights and days by the days, else by instants, or whole days of them. */
export function readRange(resource: Resource, from: string, to: string, path: string): Period | Refusal {
  const isByDay = resource.unit === 'night' || resource.unit === 'day';
  if (isByDay && from.includes('T')) return new Refusal('malformed', 'must be a day, YYYY-MM-DD', `${path}.from`);
  if (isByDay && to.includes('T')) return new Refusal('malformed', 'must be a day, YYYY-MM-DD', `${path}.to`);
  const range = isByDay ? rangeOfDays(resource, from, to) : rangeOfMoments(resource, from, to);
  return range ?? new Refusal('too-short', 'It ends before it begins.', `${path}.to`);
}

function rangeOfDays(resource: Resource, from: string, to: string): Period | undefined {
  return from < to ? periodOfDays(resource, from, to) : undefined;
}

function rangeOfMoments({ timeZone }: Resource, from: string, to: string): Period | undefined {
  const [fromMs, toMs] = [from, to].map((text) => (text.includes('T') ? Date.parse(text) : startOfDay(text, timeZone))) as [number, number];
  return fromMs < toMs ? { fromMs, toMs } : undefined;
}

/** A stretch of time as it was written: by days where the resource is let by days, else by instants. */
export function writtenRange({ unit, timeZone }: Pick<Resource, 'unit' | 'timeZone'>, { fromMs, toMs }: Period): { from: string; to: string } {
  const write = unit === 'night' || unit === 'day' ? (momentMs: number) => dayAt(momentMs, timeZone) : (momentMs: number) => new Date(momentMs).toISOString();
  return { from: write(fromMs), to: write(toMs) };
}

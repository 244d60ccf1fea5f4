import { type Period, daysBetween } from '@bookable/kernel';
import { periodOfDays } from './day-period';
import { Refusal } from './refusal';
import type { Resource, UnitOfTime } from './resource';
import type { Stay, StayWish } from './stay';

const HOUR_MS = 3_600_000;

type Reader = (resource: Resource, wish: StayWish) => Stay | Refusal;

const READERS: Readonly<Record<UnitOfTime, Reader>> = { night: readDays, day: readDays, hour: readHours, session: readSession };

/** Understands what is asked for by the unit the resource is let by. */
export function readStay(resource: Resource, wish: StayWish): Stay | Refusal {
  return READERS[resource.unit](resource, wish);
}

function readDays(resource: Resource, wish: StayWish): Stay | Refusal {
  const { from, to, quantity, options, guests } = wish;
  if (!isDayText(from)) return malformed('from', 'must be a day, YYYY-MM-DD');
  if (!isDayText(to)) return malformed('to', 'must be a day, YYYY-MM-DD');
  const unitCount = daysBetween(from, to);
  const during = periodOfDays(resource, from, to, options);
  if (unitCount < 1 || !during) return new Refusal('too-short', `A stay ends at least one ${resource.unit} after it begins.`, 'to');
  return { from, to, during, unitCount, quantity, options, guests };
}

function readHours(_resource: Resource, { from, to, quantity, options, guests }: StayWish): Stay | Refusal {
  if (!isInstantText(from)) return malformed('from', 'must be an instant with an offset, RFC 3339');
  if (!isInstantText(to)) return malformed('to', 'must be an instant with an offset, RFC 3339');
  const during = { fromMs: Date.parse(from), toMs: Date.parse(to) };
  if (during.fromMs >= during.toMs) return new Refusal('too-short', 'It ends before it begins.', 'to');
  return { ...asInstants(during), during, unitCount: (during.toMs - during.fromMs) / HOUR_MS, quantity, options, guests };
}

function readSession({ session }: Resource, { from, to, quantity, options, guests }: StayWish): Stay | Refusal {
  if (!session) return new Refusal('not-bookable', 'This event has no time yet.');
  if (from !== undefined && Date.parse(from) !== session.fromMs) return malformed('from', 'is left out for an event, or is its own beginning');
  if (to !== undefined && Date.parse(to) !== session.toMs) return malformed('to', 'is left out for an event, or is its own end');
  return { ...asInstants(session), during: session, unitCount: 1, quantity, options, guests };
}

function asInstants({ fromMs, toMs }: Period): { from: string; to: string } {
  return { from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() };
}

function malformed(path: string, message: string): Refusal {
  return new Refusal('malformed', message, path);
}

function isDayText(text: string | undefined): text is string {
  return text !== undefined && text.length === 10;
}

function isInstantText(text: string | undefined): text is string {
  return text !== undefined && text.includes('T');
}

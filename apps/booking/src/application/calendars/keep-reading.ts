import { Injectable } from '@nestjs/common';
import { CalendarClashed, CalendarLost, CalendarRecovered } from '@bookable/contracts-booking';
import { Database, type Transaction } from '@bookable/platform-database';
import { calendarIsLost, nextReadingMs } from '../../domain/calendar/reading-times';
import { placeReading } from '../../domain/calendar/place-reading';
import type { Resource } from '../../domain/resource';
import { type Calendar, type CalendarState, CalendarStore, type KeptConflict } from '../../persistence/calendar.store';
import { ResourceStore } from '../../persistence/resource.store';
import { calendarFacts } from './calendar-view';
import type { Reading } from './reading';

const DAY_MS = 86_400_000;

/**
 * Brings the claims of a calendar up to what was read of it, behind the lock of its resource. What it said is laid over
 * our own bookings anew also where it has not changed: one of them may have gone since.
 */
@Injectable()
export class KeepReading {
  constructor(
    private readonly database: Database,
    private readonly resources: ResourceStore,
    private readonly calendars: CalendarStore,
  ) {}

  async execute({ id, resourceId }: Calendar, reading: Reading, now: Date): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [resource] = await this.resources.lock(tx, [resourceId]);
      const calendar = await this.calendars.find(resourceId, id, tx);
      // It was removed while it was read.
      if (!resource || !calendar) return;
      const after = reading.kind === 'failed' ? failedState(calendar, reading.fault, now) : await this.take(tx, calendar, resource, reading, now);
      await this.calendars.keep(tx, id, after);
      if (calendar.isLost !== after.isLost) await this.resources.settleCalendars(tx, resourceId);
      tell(tx, calendar, { ...calendar, ...after }, resource);
    });
  }

  private async take(tx: Transaction, calendar: Calendar, resource: Resource, reading: Exclude<Reading, { kind: 'failed' }>, now: Date): Promise<CalendarState> {
    const read = reading.kind === 'received' ? { ...reading, receivedAt: now } : calendar;
    const others = await this.calendars.otherClaims(tx, calendar, new Date(now.getTime() - DAY_MS), now);
    const placed = placeReading(resource, read.spans, others);
    await this.calendars.claim(tx, calendar, placed.claims, now);
    const conflicts = placed.conflicts.map(({ fromMs, toMs, bookingIds }) => ({ from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString(), bookingIds }));
    const { spans, etag, lastModified, receivedAt } = read;
    return { spans, conflicts, etag, lastModified, receivedAt, readAt: now, fault: null, nextReadAt: nextReading(now), isLost: false, version: calendar.version + 1 };
  }
}

/** What was read before stays as it is: better a night too many closed than one sold twice. */
function failedState(calendar: Calendar, fault: CalendarState['fault'], now: Date): CalendarState {
  const lastGoodMs = (calendar.readAt ?? calendar.createdAt).getTime();
  return { ...calendar, fault, nextReadAt: nextReading(now), isLost: calendarIsLost(lastGoodMs, now.getTime()), version: calendar.version + 1 };
}

function nextReading(now: Date): Date {
  return new Date(nextReadingMs(now.getTime(), Math.random()));
}

function tell(tx: Transaction, before: Calendar, after: Calendar, resource: Resource): void {
  const known = new Set(before.conflicts.map(keyOf));
  const fresh = after.conflicts.filter((conflict) => !known.has(keyOf(conflict)));
  if (after.isLost && !before.isLost) tx.publish(CalendarLost, calendarFacts(after, resource, []));
  if (before.isLost && !after.isLost) tx.publish(CalendarRecovered, calendarFacts(after, resource, []));
  if (fresh.length > 0) tx.publish(CalendarClashed, calendarFacts(after, resource, fresh));
}

function keyOf({ bookingIds }: KeptConflict): string {
  return bookingIds.join(' ');
}

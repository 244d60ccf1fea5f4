import type { CalendarFacts, CalendarFault, CalendarView } from '@bookable/contracts-booking';
import { DomainError, NotFound } from '@bookable/kernel';
import type { Resource } from '../../domain/resource';
import type { Calendar, KeptConflict } from '../../persistence/calendar.store';

/** A calendar as the owner of its listing sees it. */
export function calendarView(calendar: Calendar): CalendarView {
  const { id, resourceId: listingId, name, url, spans, conflicts, fault, createdAt, readAt, nextReadAt, isLost } = calendar;
  return {
    id,
    listingId,
    name,
    url,
    createdAt: createdAt.toISOString(),
    lastReadAt: readAt?.toISOString(),
    lastError: (fault as CalendarFault | null) ?? undefined,
    nextReadAt: nextReadAt.toISOString(),
    eventsKept: spans.length,
    isUnread: isLost,
    conflicts: conflicts.map((conflict) => ({ ...conflict, bookingIds: [...conflict.bookingIds] })),
  };
}

/** A calendar as other services are told of it; its address is nobody's business. */
export function calendarFacts(calendar: Calendar, resource: Resource, conflicts: readonly KeptConflict[]): CalendarFacts {
  const { id, name, readAt, fault, version } = calendar;
  return {
    id,
    listingId: resource.id,
    ownerId: resource.ownerId,
    listingTitle: resource.title,
    timeZone: resource.timeZone,
    name,
    lastReadAt: readAt?.toISOString(),
    reason: (fault as CalendarFault | null)?.reason,
    conflicts: conflicts.map((conflict) => ({ ...conflict, bookingIds: [...conflict.bookingIds] })),
    version,
  };
}

/** Thrown where a listing reads no such calendar. */
export function noSuchCalendar(): DomainError {
  return new DomainError(NotFound, 'This listing reads no such calendar.');
}

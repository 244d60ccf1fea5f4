import type { AuditEntryView } from '@bookable/contracts-operations';
import type { AuditEntry } from '@bookable/platform-database';

/** An entry of one service's log, as it crosses the wire. */
export function presentAuditEntry(service: string, { id, at, action, role, actorId, network, subject, affected, reason, times, facts, requestId }: AuditEntry): AuditEntryView {
  return { id, service, at: at.toISOString(), action, role, actorId, network, subject, affected: [...affected], reason, times, facts, requestId };
}

import { newId } from '@bookable/kernel';
import { currentContext } from '@bookable/platform-context';
import type { Queryable } from '../database';
import type { AuditNote } from './audit-note';

/** As long as anybody explains themselves; a longer text is cut rather than the action refused. */
const REASON_CHARACTERS = 1_000;

const KEEP_NOTES = `
  INSERT INTO audit_entry (id, at, action, role, actor_id, network, subject, scope, affected, reason, times, facts, request_id)
  SELECT id, at, action, role, actor_id, network, subject, scope, coalesce(affected, '{}'), reason, times, facts, request_id
  FROM json_to_recordset($1::json) AS note (
    id uuid, at timestamptz, action text, role text, actor_id uuid, network text, subject text, scope uuid, affected uuid[],
    reason text, times integer, facts json, request_id text)`;

/** Writes all notes of one transaction in one statement; they share the context they were taken in. */
export function keepAuditNotes(tx: Queryable, notes: readonly AuditNote[]): Promise<unknown> {
  const context = currentContext();
  const writtenAt = new Date();
  const rows = notes.map(({ action, as, subject, affects, scope, reason, facts, at = writtenAt, times = 1, actorId = context?.actor?.userId, network }) => ({
    id: newId(writtenAt.getTime()), at, action, role: as, actor_id: actorId, network, subject, scope, affected: affects,
    reason: reason?.slice(0, REASON_CHARACTERS), times, facts, request_id: context?.requestId,
  }));
  return tx.query(KEEP_NOTES, [JSON.stringify(rows)], { name: 'keep-audit-notes' });
}

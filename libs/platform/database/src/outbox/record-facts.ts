import type { Queryable } from '../database';
import type { Fact } from './fact';

const RECORD_FACTS = `
  INSERT INTO outbox (message_id, topic, aggregate_id, payload, occurred_at, request_id, causation_id, actor, traceparent)
  SELECT message_id, topic, aggregate_id, payload, $5, $6, $7, $8, $9
  FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) AS fact (message_id, topic, aggregate_id, payload)`;

/** Writes all facts of one transaction in one statement; they share the context they happened in. */
export function recordFacts(tx: Queryable, facts: readonly Fact[]): Promise<unknown> {
  const { occurred_at, request_id, causation_id, actor, traceparent } = facts[0]!;
  const columns = [facts.map((f) => f.message_id), facts.map((f) => f.topic), facts.map((f) => f.aggregate_id), facts.map((f) => f.payload)];
  const shared = [occurred_at, request_id, causation_id, actor && JSON.stringify(actor), traceparent];
  return tx.query(RECORD_FACTS, [...columns, ...shared], { name: 'record-facts' });
}

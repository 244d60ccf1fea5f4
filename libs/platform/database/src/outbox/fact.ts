import { type EventContract, newId } from '@bookable/kernel';
import { type RequestContext, currentContext } from '@bookable/platform-context';

/**
 * A row of the table `outbox`, as `record_facts(json)` and hand-written SQL take it; `lane` and `id` are the table's own.
 * Field names are the column names, so an array of these is what `json_to_recordset` wants.
 */
export interface Fact {
  readonly message_id: string;
  readonly topic: string;
  readonly aggregate_id: string;
  readonly occurred_at: string;
  readonly request_id: string;
  readonly causation_id: string | null;
  readonly actor: RequestContext['actor'] | null;
  readonly traceparent: string | null;
  /** JSON text; it reaches consumers byte for byte. */
  readonly payload: string;
}

/**
 * Describes a fact for the outbox. For hot paths that write their effect and its facts in one statement or SQL
 * function: pass `JSON.stringify([describeFact(…), …])` as a parameter, call `record_facts($n)` there,
 * and `database.kickOutbox()` once that statement has committed. Everything else uses `tx.publish`.
 */
export function describeFact<Payload>(event: EventContract<Payload>, payload: Payload, context: RequestContext | undefined = currentContext()): Fact {
  return {
    message_id: newId(),
    topic: event.topic,
    aggregate_id: event.aggregateId(payload),
    occurred_at: new Date().toISOString(),
    request_id: context?.requestId ?? newId(),
    causation_id: context?.messageId ?? null,
    actor: context?.actor ?? null,
    traceparent: context?.traceparent ?? null,
    payload: JSON.stringify(payload),
  };
}

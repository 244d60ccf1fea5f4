import type { CallHeader } from '../calls/call';
import { BrokenFrame } from './frame-reader';

type HeaderRow = [
  topic: string,
  messageId: string,
  requestId: string,
  sentAtMs: number,
  waitsUntilMs: number,
  actor: CallHeader['actor'] | null,
  idempotencyKey: string | null,
  traceparent: string | null,
  causationId: string | null,
];

/**
 * Writes what travels beside a request as a row of JSON, without the names that both sides know. The time that is left
 * is the difference of two instants of the sender's clock: builds before took the second of them as it is.
 */
export function encodeHeader(header: CallHeader): string {
  const { topic, messageId, requestId, sentAtMs, timeLeftMs, actor, idempotencyKey, traceparent, causationId } = header;
  const row: HeaderRow = [topic, messageId, requestId, sentAtMs, sentAtMs + Math.ceil(timeLeftMs), actor ?? null, idempotencyKey ?? null, traceparent ?? null, causationId ?? null];
  while (row.at(-1) === null) row.pop();
  return JSON.stringify(row);
}

/** Reads what travels beside a request. */
export function decodeHeader(text: string): CallHeader {
  const row = parseRow(text);
  const [topic, messageId, requestId, sentAtMs, waitsUntilMs, actor, idempotencyKey, traceparent, causationId] = row;
  return {
    topic,
    messageId,
    requestId,
    sentAtMs,
    timeLeftMs: waitsUntilMs - sentAtMs,
    actor: actor ?? undefined,
    idempotencyKey: idempotencyKey ?? undefined,
    traceparent: traceparent ?? undefined,
    causationId: causationId ?? undefined,
  };
}

function parseRow(text: string): HeaderRow {
  let row: unknown;
  try {
    row = JSON.parse(text);
  } catch {
    throw new BrokenFrame('a header is not JSON');
  }
  const isRow = Array.isArray(row) && row.slice(0, 3).every((part) => typeof part === 'string') && row.slice(3, 5).every((part) => Number.isFinite(part));
  if (!isRow || (row as unknown[]).length < 5) throw new BrokenFrame('a header lacks a part');
  return row as HeaderRow;
}

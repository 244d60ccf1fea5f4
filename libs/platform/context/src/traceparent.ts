const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/;
const SAMPLED = 1;

/** Where work comes from, as a W3C trace context says it. */
export interface Sent {
  readonly traceId: string;
  readonly spanId: string;
  /** Whether those who sent it are recording. */
  readonly isSampled: boolean;
}

/** Reads a `traceparent`; undefined where there is none, or one that the standard does not know. */
export function readTraceparent(text: unknown): Sent | undefined {
  const [, traceId, spanId, flags] = typeof text === 'string' ? (TRACEPARENT.exec(text) ?? []) : [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  return { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & SAMPLED) === SAMPLED };
}

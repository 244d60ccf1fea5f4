/** What a process says about its tracing. */
export interface TracingOptions {
  /** Where a collector takes OTLP over HTTP, without `/v1/traces`. */
  readonly endpoint: string;
  /** What the collector wants to be sent beside, such as a key. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The part of the traces begun here that is recorded, from 0 to 1; those that a caller has begun follow the caller. */
  readonly ratio: number;
  /** The process, for work that belongs to none of its services. */
  readonly service: string;
  readonly release?: string;
  /** Told that spans could not be delivered and were dropped. */
  readonly lost?: (spans: number, error: unknown) => void;
  /** How long spans are gathered before they are sent; 1 s unless told. */
  readonly gatherMs?: number;
  /** How long the end of the process may wait for the last ones; 2 s unless told. */
  readonly farewellMs?: number;
}

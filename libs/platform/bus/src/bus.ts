import type { RpcContract } from '@bookable/kernel';

/** Limits of one call. */
export interface CallOptions {
  /** How long to wait for the answer; 2 800 ms unless told. */
  readonly timeoutMs?: number;
}

/**
 * The way to call another service. Injected by this class wherever it is needed.
 * Context (actor, request id, deadline, idempotency key) is taken from the running request, never passed by hand.
 * A refusal of the other side arrives as the same DomainError; no answer in time, or no connection, as `Unavailable`.
 */
export abstract class Bus {
  /** Calls and decodes the answer. */
  abstract request<Request, Reply>(contract: RpcContract<Request, Reply>, request: Request, options?: CallOptions): Promise<Reply>;

  /** Calls and hands on the answer as the JSON bytes the service wrote; an empty buffer where it answered nothing. */
  abstract forward<Request>(contract: RpcContract<Request, unknown>, request: Request, options?: CallOptions): Promise<Buffer>;
}

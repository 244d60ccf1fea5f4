import { type RpcContract, newId } from '@bookable/kernel';
import { type RequestContext, type Span, currentContext } from '@bookable/platform-context';

/** What travels beside a request. */
export interface CallHeader {
  readonly topic: string;
  readonly messageId: string;
  readonly requestId: string;
  readonly sentAtMs: number;
  /** How long the caller waits from when this is sent: whoever gets it reckons from when it came, so no two clocks need agree. */
  readonly timeLeftMs: number;
  readonly actor?: RequestContext['actor'];
  readonly idempotencyKey?: string;
  readonly traceparent?: string;
  readonly causationId?: string;
}

/** What an answer is: a reply, no content, a refusal as JSON, or a fault without any text. */
export enum AnswerKind {
  Reply = 0,
  Nothing = 1,
  Refusal = 2,
  Fault = 3,
}

/** An answer on its way: JSON as bytes, or as text where it was written in this process. */
export interface Answer {
  readonly kind: AnswerKind;
  readonly body: Buffer | string;
}

/** The way to the services, without words about contracts or classes. */
export interface CallLine {
  /** Rejects with `Unavailable` where no answer comes in time. */
  call(header: CallHeader, body: string): Promise<Answer>;
}

/**
 * Describes a call from the running request. A nested call never outlives the call it serves. The idempotency key goes
 * to the first service only: the second effect of one request is not a repetition of the first.
 */
export function describeCall(contract: RpcContract, timeoutMs: number, span: Span | undefined): CallHeader {
  const context = currentContext();
  const nowMs = Date.now();
  const messageId = newId(nowMs);
  return {
    topic: contract.topic,
    messageId,
    requestId: context?.requestId ?? messageId,
    sentAtMs: nowMs,
    timeLeftMs: context?.deadlineMs === undefined ? timeoutMs : Math.min(timeoutMs, context.deadlineMs - performance.now()),
    actor: context?.actor,
    idempotencyKey: context?.messageId === undefined ? context?.idempotencyKey : undefined,
    traceparent: span?.traceparent ?? context?.traceparent,
    causationId: context?.messageId,
  };
}

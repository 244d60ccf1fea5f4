import { DomainError } from '@bookable/kernel';
import { runInContext } from '@bookable/platform-context';
import type { BusLogger } from '../bus-logger';
import type { BusObserver, CallOutcome } from '../bus-observer';
import { type Answer, AnswerKind, type CallHeader } from '../calls/call';
import { encodeRefusal } from '../calls/refusal';
import type { Handle, ServiceHandlers } from './service-handlers';

const NOTHING: Answer = { kind: AnswerKind.Nothing, body: '' };
const FAULT: Answer = { kind: AnswerKind.Fault, body: '' };

const OUTCOMES: Record<AnswerKind, CallOutcome> = {
  [AnswerKind.Reply]: 'answered',
  [AnswerKind.Nothing]: 'answered',
  [AnswerKind.Refusal]: 'refused',
  [AnswerKind.Fault]: 'fault',
};

function encodeReply(reply: unknown): Answer {
  if (Buffer.isBuffer(reply)) return reply.length === 0 ? NOTHING : { kind: AnswerKind.Reply, body: reply };
  const text = JSON.stringify(reply) as string | undefined;
  return text === undefined ? NOTHING : { kind: AnswerKind.Reply, body: text };
}

function handleCall(handle: Handle, header: CallHeader, body: string): Promise<unknown> {
  const { topic, messageId, requestId, actor, idempotencyKey, traceparent, deadlineMs } = header;
  const occurredAt = new Date(header.sentAtMs).toISOString();
  const context = { messageId, requestId, topic, actor, idempotencyKey, occurredAt, attempt: 1 };
  return runInContext({ requestId, messageId, actor, idempotencyKey, traceparent, deadlineMs }, async () => handle(JSON.parse(body), context));
}

/** Answers the calls of one service, a bounded number at once. */
export class CallAnswerer {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private idle?: () => void;

  constructor(
    private readonly handlers: ServiceHandlers,
    private readonly logger: BusLogger,
    private readonly observer: BusObserver,
    private readonly maxConcurrent: number,
  ) {}

  /** How many calls are worked on or wait for their turn. */
  get inFlight(): number {
    return this.running + this.waiting.length;
  }

  /** Answers one call; undefined where its time was over before its turn came, since nobody waits for the answer. */
  async answer(header: CallHeader, body: string): Promise<Answer | undefined> {
    if (this.running < this.maxConcurrent) this.running += 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await this.answerNow(header, body);
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
      if (this.inFlight === 0) this.idle?.();
    }
  }

  /** Resolves once no call is in flight. */
  async drained(): Promise<void> {
    if (this.inFlight > 0) await new Promise<void>((resolve) => (this.idle = resolve));
  }

  private async answerNow(header: CallHeader, body: string): Promise<Answer | undefined> {
    const startedMs = performance.now();
    const answer = header.deadlineMs > Date.now() ? await this.work(header, body) : undefined;
    this.observer.rpcServed(header.topic, answer ? OUTCOMES[answer.kind] : 'expired', (performance.now() - startedMs) / 1_000);
    return answer;
  }

  private async work(header: CallHeader, body: string): Promise<Answer> {
    const { topic, messageId, requestId } = header;
    const handle = this.handlers.callHandler(topic);
    if (!handle) {
      this.logger.error('A call came that nothing handles.', { topic, requestId, messageId });
      return FAULT;
    }
    try {
      return encodeReply(await handleCall(handle, header, body));
    } catch (error) {
      const refusal = error instanceof DomainError ? encodeRefusal(error) : undefined;
      if (refusal !== undefined) return { kind: AnswerKind.Refusal, body: refusal };
      this.logger.error('A handler failed.', { topic, requestId, messageId, error });
      return FAULT;
    }
  }
}

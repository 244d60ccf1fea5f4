import { DomainError } from '@bookable/kernel';
import { type Span, runInContext } from '@bookable/platform-context';
import { type Tracing, kindOfFault } from '@bookable/platform-tracing';
import type { BusLogger } from '../bus-logger';
import type { BusObserver, CallOutcome } from '../bus-observer';
import { type Answer, AnswerKind, type CallHeader } from '../calls/call';
import { encodeRefusal } from '../calls/refusal';
import { RPC_FACTS } from '../rpc-facts';
import type { Handle, ServiceHandlers } from './service-handlers';

/** Takes the answer of a call; undefined where its time was over before its turn came, since nobody waits for one. */
export type GiveAnswer = (answer: Answer | undefined) => void;

/** A call as it was taken in, with the instant by this process's own unstepped clock (`performance.now`) after which nobody waits. */
interface TakenCall {
  readonly header: CallHeader;
  readonly body: string;
  readonly deadlineMs: number;
}

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

function handleCall(handle: Handle, { header, body, deadlineMs }: TakenCall, span: Span | undefined): Promise<unknown> {
  const { topic, messageId, requestId, actor, idempotencyKey } = header;
  const traceparent = span?.traceparent ?? header.traceparent;
  const occurredAt = new Date(header.sentAtMs).toISOString();
  const context = { messageId, requestId, topic, actor, idempotencyKey, occurredAt, attempt: 1 };
  return runInContext({ requestId, messageId, actor, idempotencyKey, traceparent, span, deadlineMs }, () => handle(JSON.parse(body), context));
}

/** Answers the calls of one service, a bounded number at once. It keeps the bound itself, because a gate would cost every call promises of its own. */
export class CallAnswerer {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private idle?: () => void;

  constructor(
    private readonly handlers: ServiceHandlers,
    private readonly logger: BusLogger,
    private readonly observer: BusObserver,
    private readonly maxConcurrent: number,
    private readonly tracing?: Tracing,
  ) {}

  /** How many calls are worked on or wait for their turn. */
  get inFlight(): number {
    return this.running + this.waiting.length;
  }

  /** Answers one call, at once or when its turn comes. */
  answer(header: CallHeader, body: string, give: GiveAnswer): void {
    const call = { header, body, deadlineMs: performance.now() + header.timeLeftMs };
    if (this.running >= this.maxConcurrent) {
      this.waiting.push(() => this.start(call, give));
      return;
    }
    this.running += 1;
    this.start(call, give);
  }

  /** Resolves once every call has been answered. */
  async drained(): Promise<void> {
    if (this.inFlight > 0) await new Promise<void>((resolve) => (this.idle = resolve));
  }

  private start(call: TakenCall, give: GiveAnswer): void {
    const { header, deadlineMs } = call;
    const startedMs = performance.now();
    const finish = (answer: Answer | undefined): void => {
      const next = this.waiting.shift();
      // The slot is handed on; not within this call, or a long row of expired calls would overflow the stack.
      if (next) queueMicrotask(next);
      else this.running -= 1;
      this.observer.rpcServed(header.topic, answer ? OUTCOMES[answer.kind] : 'expired', (performance.now() - startedMs) / 1_000);
      give(answer);
      if (this.inFlight === 0) this.idle?.();
    };
    if (deadlineMs <= startedMs) finish(undefined);
    else this.work(call, finish);
  }

  private work(call: TakenCall, finish: (answer: Answer) => void): void {
    const { header } = call;
    const handle = this.handlers.callHandler(header.topic);
    if (!handle) {
      const { topic, messageId, requestId } = header;
      this.logger.error('A call came that nothing handles.', { topic, requestId, messageId });
      finish(FAULT);
      return;
    }
    const span = this.tracing?.proceed(header.topic, 'server', header.traceparent, RPC_FACTS);
    const fail = (error: unknown): void => {
      span?.end(kindOfFault(error));
      finish(this.failure(header, error));
    };
    const reply = (value: unknown): void => {
      span?.end();
      finish(this.reply(header, value));
    };
    try {
      handleCall(handle, call, span).then(reply, fail);
    } catch (error) {
      fail(error);
    }
  }

  private reply(header: CallHeader, reply: unknown): Answer {
    try {
      return encodeReply(reply);
    } catch (error) {
      return this.failure(header, error);
    }
  }

  private failure({ topic, messageId, requestId }: CallHeader, error: unknown): Answer {
    if (error instanceof DomainError) {
      const body = encodeRefusal(error);
      if (body !== undefined) {
        this.observer.rpcRefused(topic, error.problem.code);
        return { kind: AnswerKind.Refusal, body };
      }
    }
    this.logger.error('A handler failed.', { topic, requestId, messageId, error });
    return FAULT;
  }
}

import { DomainError, type RpcContract } from '@bookable/kernel';
import { type Span, currentSpan } from '@bookable/platform-context';
import { kindOfFault } from '@bookable/platform-tracing';
import { Bus, type CallOptions } from '../bus';
import type { BusObserver, CallOutcome } from '../bus-observer';
import { InternalFault } from '../internal-fault';
import { type Answer, AnswerKind, type CallLine, describeCall } from './call';
import { RPC_FACTS } from '../rpc-facts';
import { decodeRefusal, noAnswerFrom } from './refusal';

/** Longer than a statement may take, and so short that whoever waits at the public door has an answer within three seconds. */
const DEFAULT_TIMEOUT_MS = 2_800;
const NOTHING = Buffer.alloc(0);

function readReply({ kind, body }: Answer): unknown {
  return kind === AnswerKind.Nothing ? undefined : JSON.parse(body.toString());
}

function readBytes({ kind, body }: Answer): Buffer {
  if (kind === AnswerKind.Nothing) return NOTHING;
  return typeof body === 'string' ? Buffer.from(body) : body;
}

function outcomeOf(fault: unknown, answer: Answer | undefined): CallOutcome {
  if (answer?.kind === AnswerKind.Refusal) return 'refused';
  return answer || !(fault instanceof DomainError) ? 'fault' : 'unavailable';
}

/** Calls services over whatever line a process has. */
export class CallingBus extends Bus {
  constructor(
    private readonly line: CallLine,
    private readonly observer: BusObserver,
  ) {
    super();
  }

  override request<Request, Reply>(contract: RpcContract<Request, Reply>, request: Request, options?: CallOptions): Promise<Reply> {
    return this.exchange(contract, request, options, readReply) as Promise<Reply>;
  }

  override forward<Request>(contract: RpcContract<Request, unknown>, request: Request, options?: CallOptions): Promise<Buffer> {
    return this.exchange(contract, request, options, readBytes);
  }

  private async exchange<Result>(contract: RpcContract, request: unknown, options: CallOptions | undefined, read: (answer: Answer) => Result): Promise<Result> {
    const startedMs = performance.now();
    const span = currentSpan()?.child(contract.topic, 'client', RPC_FACTS);
    let answer: Answer | undefined;
    try {
      answer = await this.send(contract, request, options?.timeoutMs ?? DEFAULT_TIMEOUT_MS, span);
      if (answer.kind === AnswerKind.Refusal) throw decodeRefusal(contract, answer.body.toString());
      if (answer.kind === AnswerKind.Fault) throw new InternalFault(contract.topic);
      const result = read(answer);
      this.observer.rpcCalled(contract.topic, 'answered', (performance.now() - startedMs) / 1_000);
      span?.end();
      return result;
    } catch (fault) {
      this.observer.rpcCalled(contract.topic, outcomeOf(fault, answer), (performance.now() - startedMs) / 1_000);
      span?.end(kindOfFault(fault));
      throw fault;
    }
  }

  private send(contract: RpcContract, request: unknown, timeoutMs: number, span: Span | undefined): Promise<Answer> {
    const header = describeCall(contract, timeoutMs, span);
    if (header.timeLeftMs <= 0) throw noAnswerFrom(contract.topic);
    return this.line.call(header, JSON.stringify(request ?? {}));
  }
}

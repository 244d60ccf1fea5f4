import { DomainError, type RpcContract } from '@bookable/kernel';
import { Bus, type CallOptions } from '../bus';
import type { BusObserver, CallOutcome } from '../bus-observer';
import { InternalFault } from '../internal-fault';
import { type Answer, AnswerKind, type CallLine, describeCall } from './call';
import { decodeRefusal, noAnswerFrom } from './refusal';

const DEFAULT_TIMEOUT_MS = 5_000;
const NOTHING = Buffer.alloc(0);

const OUTCOMES: Record<AnswerKind, CallOutcome> = {
  [AnswerKind.Reply]: 'answered',
  [AnswerKind.Nothing]: 'answered',
  [AnswerKind.Refusal]: 'refused',
  [AnswerKind.Fault]: 'fault',
};

/** Calls services over whatever line a process has. */
export class CallingBus extends Bus {
  constructor(
    private readonly line: CallLine,
    private readonly observer: BusObserver,
  ) {
    super();
  }

  override async request<Request, Reply>(contract: RpcContract<Request, Reply>, request: Request, options?: CallOptions): Promise<Reply> {
    const { kind, body } = await this.call(contract, request, options);
    return (kind === AnswerKind.Nothing ? undefined : JSON.parse(body.toString())) as Reply;
  }

  override async forward<Request>(contract: RpcContract<Request, unknown>, request: Request, options?: CallOptions): Promise<Buffer> {
    const { kind, body } = await this.call(contract, request, options);
    if (kind === AnswerKind.Nothing) return NOTHING;
    return typeof body === 'string' ? Buffer.from(body) : body;
  }

  private async call(contract: RpcContract, request: unknown, options?: CallOptions): Promise<Answer> {
    const startedMs = performance.now();
    const answer = await this.send(contract, request, options).catch((fault: unknown) => {
      this.observer.rpcCalled(contract.topic, fault instanceof DomainError ? 'unavailable' : 'fault', (performance.now() - startedMs) / 1_000);
      throw fault;
    });
    this.observer.rpcCalled(contract.topic, OUTCOMES[answer.kind], (performance.now() - startedMs) / 1_000);
    if (answer.kind === AnswerKind.Refusal) throw decodeRefusal(contract, answer.body.toString());
    if (answer.kind === AnswerKind.Fault) throw new InternalFault(contract.topic);
    return answer;
  }

  private async send(contract: RpcContract, request: unknown, options?: CallOptions): Promise<Answer> {
    const nowMs = Date.now();
    const header = describeCall(contract, options?.timeoutMs ?? DEFAULT_TIMEOUT_MS, nowMs);
    if (header.deadlineMs <= nowMs) throw noAnswerFrom(contract.topic);
    return this.line.call(header, JSON.stringify(request ?? {}));
  }
}

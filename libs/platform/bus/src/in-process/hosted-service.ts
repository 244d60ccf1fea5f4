import type { Tracing } from '@bookable/platform-tracing';
import type { CallHeader } from '../calls/call';
import type { Delivery, Telling } from '../events/delivery';
import { tellService } from '../events/tell-service';
import type { CallAnswerer, GiveAnswer } from '../service/call-answerer';
import type { ServiceHandlers } from '../service/service-handlers';

/** One running copy of a service within this process. */
export class HostedService {
  private readonly tellings = new Set<Promise<unknown>>();

  constructor(
    readonly handlers: ServiceHandlers,
    private readonly answerer: CallAnswerer,
    private readonly tracing?: Tracing,
  ) {}

  /** Answers a call. */
  answer(header: CallHeader, body: string, give: GiveAnswer): void {
    this.answerer.answer(header, body, give);
  }

  /** Tells of a fact. */
  tell(delivery: Delivery, everyReplica: boolean): Promise<Telling> {
    const telling = tellService(this.handlers.eventHandlersOf(delivery.envelope.topic, everyReplica), delivery, this.tracing);
    this.tellings.add(telling);
    void telling.finally(() => this.tellings.delete(telling));
    return telling;
  }

  /** Resolves once nothing runs. */
  async drained(): Promise<void> {
    await Promise.all([this.answerer.drained(), ...this.tellings]);
  }
}
